/**
 * The Ukrainian vocative of what a user typed as the way to address a client:
 * «Пані Олена Петрівна» → «Пані Олено Петрівно».
 *
 * Rules follow the Ukrainian orthography of 2019: § 87 (declension II: men), the paragraph on the
 * vocative of declension I (names in -а, -я) and declension III (women's names in a soft or lip
 * consonant: Любове, Ніколе). «I», «II», «III» below point there.
 *
 * What it decides:
 * - Given names, patronymics and titles take the vocative. A surname stays as typed: beside a
 *   title both cases are right for a man (§ 87, note 3: «пане Коваль» and «пане Ковалю»), and a
 *   woman's surname is mostly indeclinable or an adjective. One exception, since I, note 2 leaves
 *   no choice: a woman's noun-like surname straight after her title («пані Гаркуша» → «пані Гаркуше»).
 * - A word it cannot take for a Ukrainian name comes back exactly as typed; so does a whole text
 *   with anything but letters, spaces, apostrophes, hyphens, commas and full stops in it.
 * - A form that is already in the vocative stays as it is (Олено, Ігорю), unless the same letters
 *   are a man's name in the nominative (Сашко: of Сашка, but far more often the man).
 *
 * The result is a suggestion that the user can overrule; when in doubt nothing is changed.
 */

/** @typedef {'m' | 'f' | undefined} Gender undefined: either, or not known */
/** @typedef {'title' | 'given' | 'called' | 'patronymic' | 'other'} Kind  called: in the vocative already */
/**
 * @typedef {object} Word
 * @property {string} typed  the word as typed
 * @property {string} key    lower case, composed letters, one kind of apostrophe
 * @property {Kind} kind
 * @property {Gender} gender
 */

/** @param {string} text @returns {Set<string>} */
const words = (text) => new Set(text.trim().split(/\s+/));

/** Men's names, everyday short forms included. */
const MEN = words(`
  абрам август авксентій адам адріан азар аким альберт альфред амвросій анатолій андріан андрій анісій антін
  антон антоній аполлінарій арам аристарх аркадій армен арнольд арон арсен арсеній артем артемій артур архип
  аскольд афанасій ахмед ашот богдан богуслав болеслав борис борислав боян броніслав вадим валентин валеріан
  валерій валер'ян варлам варфоломій василь вацлав велимир веніамін вікентій віктор вілен вільям вінсент
  вірослав віссаріон віталій вітольд владислав владлен влас власій володимир володислав всеволод всеслав
  в'ячеслав гаврило гарік гедеон геннадій генріх георг георгій герасим герман гліб гнат гордій гордислав
  горислав градислав григорій густав гурій давид давід далібор дамір дан даниїл данило даніель дарій девід демид
  демян дем'ян денис джек джон дионісій діонісій дмитро добромир доброслав домінік дорофій едвард едгар едмунд
  едуард ельдар емануїл емілій еміль еммануїл ерік ернест ернст євген євгеній євграф євдоким євстафій євстахій
  євтихій єгор єлисей єремій єремія єрмолай єфрем жак жан ждан жорж заур захар захарій зеновій зіновій зорян
  зореслав зот ібрагім іван ігнат ігнатій ігор ізмаїл ізяслав іларіон ілларіон ілля ільдар ільяс ілько інокентій
  йоан йосип йосиф іполит іраклій ісаак ісак ісай ісидор ісмаїл казимир калістрат каміль карен карім карл карп
  касян кирило кіндрат кіпріан кіріл клавдій клим климент климентій кондрат кондратій корній корнилій корнелій
  костянтин кузьма купріян лаврентій лаврін лазар ларіон лев левко леон леонард леонід леонтій леопольд лесь
  лук'ян лука лукаш людвіг любим любодар любомир любомисл макар макарій максим максиміліан мануїл марат маркел
  маркіян марко марк мартин мар'ян матвій мелентій мелетій мефодій мечислав микита микола миколай милорад
  милослав мирон мирослав митрофан михайло мілан модест мойсей мстислав мурад мусій мухаммед назар назарій натан
  наум некрас немир нестір нестор никандр никанор никифір никифор никодим никон ніл олег олександр олекса
  олексій олелько олесь олівер омелян омелько онисим онисій онопрій онуфрій орест оскар осип остап остромир
  охрім павлин павло памфіл панас панкрат панкратій пантелеймон пантелій парамон парфен парфеній пахом пафнутій
  патрік петро пилип пимен пимон платон полікарп порфирій потап прокіп прокопій прохір прохор радим радислав
  радомир ратибор рафаель рафаїл рауль рашид ренат рінат річард роберт родіон родіслав роман ростислав рубен
  рудольф руслан рустам рустем рюрик сава саватій савелій савін салман самійло самсон самуїл саул святополк
  святослав севастян севастіан северин северіан селім семен серафим сергій сигізмунд сидір силантій сильвестр
  симеон симон соломон софрон спас спартак спиридон станіслав степан стефан судислав сулейман тадей тарас теодор
  терентій тигран тимофій тимур тиміш тимотей тихін тихон тома трифон трохим устим устин фадей фарід федір федот
  фелікс феодор феодосій феофан филимон филип філімон філіп філіпп флор флоріан фока фома франц фрідріх харитон
  харлампій хома хотимир християн христофор цезар чеслав шаміль юліан юлій юрій юст юстин юхим явдоким яким яків
  ян януарій януш ярема ярило яромир ярополк яросвіт ярослав ясен яцек алік альоша андрійко андрійчик андрусь
  андрюха андрюша антось антоша антошка аркаша артемко артемчик артурчик богданко богданчик боря борька бориско
  вадик вадимко вадя валерик валерка валєра валера валік ванька ваня васик василько васильок васильчик васько
  веня виталік віталік віталько віталя вітасик вітасьо вітько вітя влад владик владко вова вовка вовчик володик
  володько володя гаврик гена геник геша глібко глібчик гоша гриньо гриць грицько гриша гришко гришка данилко
  данилочко даник данько даня деніс дениска дениско денчик дем'янко дима димко діма дімка дімон дмитрик дмитрунь
  дмитрусь дмитрусик едик євгенко євгенчик єгорка єгорко жека женько жора жорик захарко захарчик зенко зеник
  зенон ігорко ігорчик іванко іванчик івасик івась ілюха ілюша ільчик йосько кирилко кирюша кирюха клавко колько
  коля колюня костик костусь костя кость левчик левусь лесик лесько льова льоня льоша льошка макс максик
  максимко максимчик макарко маркіянко матвійко матвійчик миколайко миколайчик миколка миколко микольцьо мирко
  миросько мирцьо митько митя михайлик михайлусь михалко михась михасик міша мішаня мішка мишко мишуня назарко
  назарчик олежик олежка олежко олесик олешко олексійко олексик омелянко орестик остапко остапчик павлик павлунь
  павлусик павлусь павлуша пашка пашко петрик петрунь петрусик петрусь петрусьо петько петя пилипко прокопко
  рома романко романчик ромцьо ромка ромко ромчик ростик ростко русик русланко русланчик савко сашик сашко
  сашунь саньок санько сева сеня сенько серьога серьожа сергійко сергійчик сержик сірожа славик славко славцьо
  славчик степанко степанчик степко стас стасик стах стефко стьопа святик святко тарасик тарасько тарасонько
  тимко тимофійко тимоша тимчик толик толік толя толясик тоша тьома федик федько федя федуньо філя харитонко юра
  юрась юрасик юрик юрко юрцьо юрчик юхимко яремко ярик ярко ярославко ярославчик яцько яша адріян амір андріян
  аполлон валеріян гервасій гнатко даміан даміян дарко еразм ераст єлеазар єлизар ільхам йон іон ілон клавдіян
  конон кристіан крістіан лаврик левон ліам лукіян марсель нариман наріман ничипір оверкій овсій оникій онисько
  опанас панько пархом протас протасій раміль расул саливон свирид себастіан себастьян тагір тадеуш тарасій
  терешко ульян хведір хведь христіан юліян ярош
  аблязіз абдулла абдуррахман азіз азат айдер айдин айрат ален алекс альфонс амет анар анджей андреас антоніо антуан арман асан
  аслан ахмат ахмет ахтем багдасар бартош бахтіяр бекір бен бенджамін бернар бернард бесік білл білял блез боб
  борух брайан браян брендан броніслав вагіф вазген важа валентіно вальтер вернер вінс войцех вольфганг вугар вусал
  гагік гайк ганс гаральд гарі геворг гельмут ґжегож гжегож гуннар гурам гюнтер даглас дамян дастан джабраїл
  джастін джеймс джейсон джейкоб джеміль джеральд джерард джозеф джонатан джордж дітер дідьє дональд дункан едгард
  едгарс едін ейнар ельвін ельдор ельмар ельнур ельчин ельшан емір ендрю енвер ескендер заза зекір'я збігнев
  зураб йенс йоахім йоган йоганн йонас йорг кайл камал карлос кевін кеннет керім клаус колін кріс крістоф крістофер
  кшиштоф кшиштов кіріл лазарос ларс леван ленур лешек лоран лоренц луїс лукас маврикій майкл майлз малік малхаз
  манфред марек мартін марцін матеуш маттіас матьяс мацей мевлют меджит мерлін мехмед мехмет мераб мерт метью мойше
  мохамед мохаммед мурат мустафа мухаммад намік нарек натаніел нікіта никита ніколас нільс нодар нурлан озан олаф
  п'єр жером жульєн омар омер орхан осман отар павел патрік паул пауль пол педер петер пітер пйотр пшемислав ральф рамазан
  рамон рашад раян реваз редван рейнгард рефат решат рихард ришард робін роланд ролан рональд рустамжон
  рустемжан руфат саїд салім самір самвел самюел саркіс сейран сейт сейтумер сем сервер серхан сефер скотт спенсер
  стівен стюарт султан сулейман таїр талгат тарік тед тео тенгіз теймур тімоті тімур том томас томаш тоні торстен
  турал узеїр умар усеїн фазіль фатіх філіпп франк френк фрідрік фуад халід халіл хасан хаїм хачатур хосе хусейн
  чарльз чингіз шавкат шалва шимон шота штефан ельяр ельзар юзеф юнус юрген юсеф юсуф якоб якуб янек ярек`);

/** Women's names, everyday short forms included. */
const WOMEN = words(`
  августа авдотія авеліна аврора агапія агата агафія аглая агнеса агнета агнія агрипина ада аделаїда аделіна
  аделія адель адріана азалія аїда айша алевтина аліна аліса алія алла альбертина альбіна альвіна альона аманда
  амалія амелія аміна амінат анастасія анатолія ангеліна андріана анеля анетта анжела анжеліка анжеліна аніка
  аніса анісія аніта анна аннабель антоніна антонія анфіса аполлінарія аполлонія аріадна аріана аріна арина
  арсенія артемія асія ассоль астрід аурика аурелія афіна афродіта беата беатриса белла берта богдана богуслава
  божена болеслава борислава броніслава валентина валерія ванда варвара варка василина василиса васса венера
  вероніка веселина весна весняна вівіана вікторина вікторія вілена віолетта віола віра віринея віта віталіна
  віталія влада владислава владлена власта володимира галина ганна гелена генрієтта георгіна гертруда гізела
  глафіра гликерія глорія горислава горпина гражина ґражина грета гузель далія дана даніела даніїла данута
  дарина дарія дар'я дарка дарослава дебора діана діна добромира доброслава домініка домна дора доротея ева
  евеліна ельза елеонора еліза еліна елла ельвіра ельміра ельнара емілія емма еріка естер естела етель єва
  євангеліна євгенія євдокія єлена єлизавета єлисавета єсенія єфросинія єфросіна жаклін жанна жанетта ждана
  женев'єва жизель жозефіна забава зарема зарина здислава зінаїда зіна зіновія злата златослава зореслава зоріна
  зоряна зоя зульфія іва іванна іветта ізабель ізабелла ізольда іларія ілона індіра інеса інна інга іоанна
  іоланта іраїда ірена ірина ірма іскра ія йосипа йоганна казимира калерія калина каміла камілла карина
  кармеліта кароліна катаріна катерина квітка квітослава кіра клавдія клара клариса клементина климентина
  констанція корделія корнелія корнілія костянтина кристина крістіна ксенія лада лана лариса латіфа лаура лейла
  лена леокадія леоніда леонія леонтина леся лея ліана лігія лідія лілія лілея ліліана ліна лія лоліта лора
  лоретта луїза лукерія лукія лукина любава любов любомира людвіга людмила магда магдалена магдалина мавра
  мадлена майя малуша мальвіна маргарет маргарита марго маріанна марієтта маріка маріна марина марія маркіяна
  марта мартина марфа мар'яна матильда матрона мая медея мелана меланія меланка мелетина мелісса меліна мелітина
  мечислава микитина милана мила милада милена милослава мирослава міла мілада мілана мілена міліца мілослава
  мінодора міра мірабелла мірослава мірра мішель мія млада моніка мотрона мотря муза надія назарія наїна
  настасія наталія наталя нелла неоніла неля ника ніка ніколетта ніколь ніла ніна нінель нонна нора одарка
  одетта оксана оксенія октавія олександра олександрина олена олеся олімпіада олімпія ольга оріана орина орися
  орислава орнела офелія павла павлина памела параска парасковія патриція пелагія перпетуя полікарпа поліна
  пріська прісцилла пульхерія рада радимира радислава радмила радослава раїса рахіль ребекка регіна рената римма
  рита розалія розалінда роза роксана роксолана роксоляна романа романна росава росина ростислава руслана
  русалина русудан рута руфіна рузанна сабіна сабріна саломея саломія саманта сандра сара світлана святослава
  севіль севілья северина селена серафима сильвія сідонія сімона сільва сільвія сніжана сніжинка соломія
  соломонія соня софія станіслава стелла степанида стефа стефана стефанія стефанида сусанна сузанна сюзанна
  таїса таїсія тала тамара тамила таміла тася теа текля тереза тетяна тея тіна тодора томіла уляна улита устина
  устинія устя фаїна фаїза фатіма фатима феврона февронія федора феодора феодосія фелісія фелікса філомена флора
  фотинія францишка франческа фросина фріда хароліна харитина харитя хельга христина цвітана цецилія цвіта
  чеслава шарлотта шушанна юдиф юзефа юлія юліана юліанна юліяна юна юнона юстина юстиніана юхимія явдоха ядвіга
  яна янина яніна ярина яромира ярослава ясмін ясміна ясна ясенія аглайка адка аленка аллочка алочка аля анелька
  анечка аничка анічка анька анюта анютка аня ангелінка анжелка аріша ася аська богданка богданочка валька
  валюша валюня варварка варенька варюша варя василинка вєра віка вікуля вікуся вікторійка віруня віруся вірочка
  віруська віточка вітуля владка владочка галинка галинонька галка галочка галуся галька галюня галюся галя
  ганка ганнуся ганнуня ганнуська ганночка ганя горпинка данка дарочка даринка даринонька даруня даруся дарця
  даша дашка дашуня діанка діаночка дуня дуся евелінка елінка еля емілька євка євця євгенка женька жаннка
  жаннуся зіночка зінка златка златуся златочка зойка зорянка зося зоська інночка іннуся іра ірися ірка ірочка
  іруня іруся ірця іринка іриночка каринка карінка кароліночка катеринка катринка катря катрінка катруня катруся
  катрусечка катька катюша катя катюня катюха клава кріся ксана ксеня ксенька ксюша лара лариска ларочка ларуся
  леська лесечка лесюня лєна лєра лера лерочка ліда лідка лідочка лідуся ліза лізка лізочка лізонька лілечка
  ліля ліночка ліка люба любаша любка любонька любочка любуся любця люда людка людочка люся люська ляля ляна
  магдуся маня манюня маргаритка маринка мариночка марися марічка марійка маруня маруся марусинка марусечка
  маруська мар'янка марточка маша машка машенька маюся меласька милка мілка миля мирося мироська мирославка муся
  надійка надя надюша надька надюня надійчика настка настечка настуня настуся настусечка настька настася настя
  настюша ната натаха наташа наташка наталка наталочка наталонька наталюня натка натуся ніночка нінка нінуся
  неллічка нюра нюся оксанка оксаночка оксаня оксануся олександронька олеська олесенька олечка оленка оленочка
  оленонька олюня олюся олька ольця оля орисенька палажка пальміра параня парася поля полінка поліночка рая
  раєчка раїска риточка ритка розочка рузя русланка роксоланка роксоланочка саломейка світа світланка
  світланочка світуся світка свєта сніжанка слава софа софійка соломійка соломинка солоха сонечка сонька стася
  стаська стефка стефця стеша тамарка тамарочка танечка танька таня танюся танюша танюха тетянка тетяночка тося
  тоська томка томочка тома тонечка тонька тоня улянка уляночка уляся уля фросинка фрося ханна христинка христя
  христуня христуся цвітанка юленька юлечка юлька юльця юля юлюся юляша юстинка яринка яриночка ярка ярця яська
  янка яночка алекса веста вілора джулія джульєтта ельвіна ерика євфимія євфросинія златана зара агнєшка агнешка айла алісія анжеліка анхеліка асмік барбара беатріче васіліса вікі
  габріела ґабріела гайде гаянка гульнара гульчехра гюльнара джамала джаміля джемма джессіка
  діляра ельжбета ельзара елзара ельміда еміне зузанна зера зехра ізабела йоанна карла кароліна катажина
  катарина клаудія к'яра лала ларіса лейля лучія малгожата манана марчелла мартіна міхаліна надіра нана нателла
  ната олівія паола паула рафаела ребека роберта сандра севда сесілія сільвана стефанія таміла тамта урсула
  фатіме фернанда франческа хатідже хатуна хелена чинара шейла шевкіє ельвіза ельзана юсра
  лючія килина
  макрина мокрина олівія параскева рузана секлета фотина югина ївга хівря хима явдошка мілія дзвінка дзвенислава
  добринка`);

/** Short forms that men and women share; the words around them tell which. */
const EITHER = words('саша шура женя валя слава паша саня шурка сашка женька валька славка міка вася');

/** Men's names in -о of the hard group take -е (§ 87.3: Петре); those in -ко take -у (§ 87.1: Марку). */
const MEN_IN_O = words('петро павло дмитро михайло данило гаврило кирило самійло ярило');

/** Men's names in a hard-looking -р that belong to the soft group (Ігоря, Лазаря): § 87.2. */
const SOFT_R = words('ігор лазар цезар');

/**
 * Women's names in a consonant that III declines by the orthography of 2019 (soft and lip
 * consonants: Любові, Ніколі). Those in a hard consonant (Кармен, Ірен) are not declined.
 */
const WOMEN_III = words(`любов адель аннабель ассоль гузель етель жизель ізабель мішель ніколь нінель рахіль
  рашель руф севіль юдиф айгуль гузаль айсель`);

/** Women's names without a form of their own, and look-alikes of men's names in the fallback. */
const INDECLINABLE = words(`
  аліс анаїс аннет астрід беатріс вів'єн гвен грейс елен еллен елізабет еліс енн есфір жаклін жаннет ірен кармен
  катрін керол кім крістін лізет ліліан мадлен маргарет маріам марлен мар'ям мей міріам наргіз рут русудан
  сьюзен хелен ясмін естер амінат айнур анаїт`);

/** Names whose stem changes, or that take another ending than their last letters suggest. */
const IRREGULAR = new Map(Object.entries({
  // о, е ~ і in a closed syllable.
  антін: 'антоне', прокіп: 'прокопе', федір: 'федоре', сидір: 'сидоре', никифір: 'никифоре', прохір: 'прохоре',
  нестір: 'несторе', тихін: 'тихоне', яків: 'якове', тиміш: 'тимоше',
  ничипір: 'ничипоре', хведір: 'хведоре',
  // § 87.1 gives Олеже first, Олегу second; other stems in г, к, х take -у (Людвігу, Фрідріху, Марку).
  олег: 'олеже',
  // A vowel that drops out.
  васильок: 'васильку', саньок: 'саньку', яцек: 'яцеку',
  // I, soft group without the tone of endearment: -е (Катре, Ілле; Насте, Христе in the dictionaries).
  ілля: 'ілле', катря: 'катре', мотря: 'мотре', настя: 'насте', христя: 'христе', устя: 'усте', текля: 'текле',
  хівря: 'хівре',
  // Endearment outweighs the vowel before -я (Зоя, a full name, has Зоє).
  рая: 'раю',
  // No vocative of their own.
  теа: 'теа', марго: 'марго',
}));

/** Titles and other common nouns used in address: [nominative, vocative, gender]. */
const TITLES = new Map(/** @type {[string, string, Gender][]} */ ([
  ['пан', 'пане', 'm'], ['пані', 'пані', 'f'], ['панна', 'панно', 'f'], ['панове', 'панове', undefined],
  ['добродій', 'добродію', 'm'], ['добродійка', 'добродійко', 'f'], ['друг', 'друже', 'm'],
  ['подруга', 'подруго', 'f'], ['товариш', 'товаришу', 'm'], ['товаришка', 'товаришко', 'f'],
  ['колега', 'колего', undefined], ['брат', 'брате', 'm'], ['сестра', 'сестро', 'f'], ['отець', 'отче', 'm'],
  ['владика', 'владико', 'm'], ['сусід', 'сусіде', 'm'], ['сусідка', 'сусідко', 'f'],
  ['дядько', 'дядьку', 'm'], ['тітка', 'тітко', 'f'], ['бабуся', 'бабусю', 'f'], ['дідусь', 'дідусю', 'm'],
  // Posts: a man's word serves women too, so it does not settle the gender.
  ['лікар', 'лікарю', undefined], ['професор', 'професоре', undefined], ['доктор', 'докторе', undefined],
  ['директор', 'директоре', undefined], ['доцент', 'доценте', undefined], ['академік', 'академіку', undefined],
  ['ректор', 'ректоре', undefined], ['декан', 'декане', undefined], ['редактор', 'редакторе', undefined],
  ['учитель', 'учителю', 'm'], ['вчитель', 'вчителю', 'm'], ['викладач', 'викладачу', undefined],
  ['менеджер', 'менеджере', undefined], ['інженер', 'інженере', undefined], ['майстер', 'майстре', undefined],
  ['керівник', 'керівнику', undefined], ['начальник', 'начальнику', undefined], ['адвокат', 'адвокате', undefined],
  ['нотаріус', 'нотаріусе', undefined], ['президент', 'президенте', undefined], ['голова', 'голово', undefined],
  ['депутат', 'депутате', undefined], ['міністр', 'міністре', undefined], ['мер', 'мере', undefined],
  ['посол', 'после', undefined], ['суддя', 'судде', undefined], ['партнер', 'партнере', undefined],
  ['клієнт', 'клієнте', undefined], ['замовник', 'замовнику', undefined], ['архітектор', 'архітекторе', undefined],
  ['капітан', 'капітане', undefined], ['майор', 'майоре', undefined], ['полковник', 'полковнику', undefined],
  ['генерал', 'генерале', undefined], ['лейтенант', 'лейтенанте', undefined], ['тренер', 'тренере', undefined],
  ['лікарка', 'лікарко', 'f'], ['професорка', 'професорко', 'f'], ['докторка', 'докторко', 'f'],
  ['директорка', 'директорко', 'f'], ['доцентка', 'доцентко', 'f'], ['ректорка', 'ректорко', 'f'],
  ['деканка', 'деканко', 'f'], ['редакторка', 'редакторко', 'f'], ['учителька', 'учителько', 'f'],
  ['вчителька', 'вчителько', 'f'], ['викладачка', 'викладачко', 'f'], ['менеджерка', 'менеджерко', 'f'],
  ['інженерка', 'інженерко', 'f'], ['майстриня', 'майстрине', 'f'], ['керівниця', 'керівнице', 'f'],
  ['начальниця', 'начальнице', 'f'], ['адвокатка', 'адвокатко', 'f'], ['нотаріуска', 'нотаріуско', 'f'],
  ['президентка', 'президентко', 'f'], ['депутатка', 'депутатко', 'f'], ['міністерка', 'міністерко', 'f'],
  ['мерка', 'мерко', 'f'], ['партнерка', 'партнерко', 'f'], ['клієнтка', 'клієнтко', 'f'],
  ['замовниця', 'замовнице', 'f'], ['архітекторка', 'архітекторко', 'f'], ['тренерка', 'тренерко', 'f'],
]).map(([noun, form, gender]) => [noun, { form, gender }]));

/** Between two people addressed together: «пані Олена та пан Андрій». */
const AND = words('і й та');

/** Short patronymics that do not end in -ович. */
const SHORT_PATRONYMICS = words('ілліч лукич кузьмич хомич фомич савич микитич');

/**
 * Endings by which a word that stands alone is taken for a rare first name (Велислав, Світозара).
 * Others may be a company or anything else, and stay as typed.
 */
const LIKE_A_FIRST_NAME = /(слава?|мира?|зара?|[гдклмнсрт]ій|ей|[ндрлвсзфтк]ія|[іеяаую]на|[еі]лла|етта|ян|сь|[сн]я|[чн]ик|[оеі]нька|[оеє]чка|[иі]нка)$/;

const CONSONANT = /[бвгґджзйклмнпрстфхцчшщ]$/;
const SIBILANT = /[жчшщ]$/;

/** Longer input is not a form of address; nothing is looked up in it. */
const LONGEST = 120;

/**
 * The form of address in the vocative.
 * @param {string} name as typed
 * @returns {string} the same string where nothing is to be changed
 */
export function vocative(name) {
  if (typeof name !== 'string' || name.length > LONGEST) return name;
  const text = name.normalize('NFC');
  if (!/^[\p{L}'’ʼ`., \u00a0\u202f-]+$/u.test(text)) return name;
  // Odd places hold the separators, which stay as typed.
  const pieces = text.split(/([., \u00a0\u202f]+)/);
  const result = pieces.slice();
  for (const group of people(pieces)) {
    const forms = addressed(group.map((at) => readWord(pieces[at])));
    group.forEach((at, index) => { result[at] = forms[index]; });
  }
  const changed = result.join('');
  return changed === text ? name : changed;
}

/**
 * Places of the words, one group for each person addressed.
 * @param {string[]} pieces words at even places, separators at odd ones
 * @returns {number[][]}
 */
function people(pieces) {
  /** @type {number[][]} */
  const groups = [[]];
  pieces.forEach((piece, at) => {
    if (piece.includes(',') || AND.has(piece)) groups.push([]);
    else if (at % 2 === 0 && piece) groups[groups.length - 1].push(at);
  });
  return groups.filter((group) => group.length > 0);
}

/** @param {string} typed @returns {Word} */
function readWord(typed) {
  const key = typed.toLowerCase().replace(/[’ʼ`]/g, "'");
  const title = TITLES.get(key);
  if (title) return { typed, key, kind: 'title', gender: title.gender };
  // A double name such as Анна-Марія is known when each part is.
  const parts = key.split('-');
  if (parts.every(isGiven)) return { typed, key, kind: 'given', gender: givenGender(parts[parts.length - 1]) };
  if (calledGenders().has(key)) return { typed, key, kind: 'called', gender: calledGenders().get(key) };
  if (/[іїє]вна$/.test(key)) return { typed, key, kind: 'patronymic', gender: 'f' };
  if (/.(ович|евич|євич)$/.test(key) || SHORT_PATRONYMICS.has(key)) return { typed, key, kind: 'patronymic', gender: 'm' };
  return { typed, key, kind: 'other', gender: undefined };
}

/** @param {string} key @returns {boolean} */
function isGiven(key) {
  return [MEN, WOMEN, EITHER, WOMEN_III, INDECLINABLE].some((names) => names.has(key));
}

/** @type {Map<string, Gender> | undefined} */
let called;

/**
 * The genders of vocatives, worked out from the names once: a client addressed as «Олено» is a
 * woman, which tells how to treat the words beside her name.
 * @returns {Map<string, Gender>}
 */
function calledGenders() {
  if (called) return called;
  called = new Map();
  for (const names of [MEN, WOMEN, WOMEN_III]) {
    for (const key of names) called.set(nameForm(key), givenGender(key));
  }
  for (const { form, gender } of TITLES.values()) called.set(form, gender);
  return called;
}

/** @param {string} key @returns {Gender} */
function givenGender(key) {
  if (EITHER.has(key) || (MEN.has(key) && WOMEN.has(key))) return undefined;
  return MEN.has(key) ? 'm' : 'f';
}

/**
 * The words that address one person, in the vocative.
 * @param {Word[]} group
 * @returns {string[]}
 */
function addressed(group) {
  const gender = personGender(group);
  return group.map((word, at) => {
    // Another gender than the person's: a surname («пані Роман», «Ірина Максимович») or a title
    // that a woman keeps in the nominative («пані директор»: § 87, note 1 allows it).
    if (gender && word.gender && word.gender !== gender) return word.typed;
    if (word.kind === 'called') return word.typed;
    if (word.kind === 'title') return titleForm(word, at, gender);
    if (word.kind === 'given') return givenForm(word.typed, word.key);
    if (word.kind === 'patronymic') return recase(word.typed, word.key, patronymicForm(word.key));
    return otherForm(group, at, gender);
  });
}

/**
 * What is surest counts first: a title, a daughter's patronymic, a given name. A man's patronymic
 * comes last, for it may be a surname (Ірина Максимович).
 * @param {Word[]} group
 * @returns {Gender}
 */
function personGender(group) {
  const having = (/** @type {Kind} */ kind, /** @type {Gender} */ gender) =>
    group.some((word) => word.kind === kind && word.gender === gender);
  const title = group.find((word) => word.kind === 'title' && word.gender);
  if (title) return title.gender;
  if (having('patronymic', 'f')) return 'f';
  const given = group.find((word) => (word.kind === 'given' || word.kind === 'called') && word.gender);
  if (given) return given.gender;
  return having('patronymic', 'm') ? 'm' : undefined;
}

/** @param {Word} word @param {number} at @param {Gender} gender @returns {string} */
function titleForm(word, at, gender) {
  const { form } = /** @type {{form: string}} */ (TITLES.get(word.key));
  const mansWord = !word.gender && CONSONANT.test(word.key);
  if (at > 0 && gender === 'f' && mansWord) return word.typed;
  return recase(word.typed, word.key, form);
}

/** @param {string} typed @param {string} key @returns {string} */
function givenForm(typed, key) {
  const typedParts = typed.split('-');
  return key.split('-').map((part, at) => recase(typedParts[at], part, nameForm(part))).join('-');
}

/** § 87.1 for sons (Івановичу), I for daughters (Іванівно). @param {string} key @returns {string} */
function patronymicForm(key) {
  return key.endsWith('а') ? `${key.slice(0, -1)}о` : `${key}у`;
}

/**
 * A word that is no known name: declined only where its place shows what it is.
 * @param {Word[]} group
 * @param {number} at
 * @param {Gender} gender
 * @returns {string}
 */
function otherForm(group, at, gender) {
  const { typed, key } = group[at];
  if (!looksLikeName(typed)) return typed;
  const next = group[at + 1];
  const alone = group.length === 1 && LIKE_A_FIRST_NAME.test(key);
  const beforePatronymic = next && next.kind === 'patronymic' && next.gender === (gender ?? next.gender);
  if (alone || beforePatronymic) return hasSurnameShape(key) ? typed : recase(typed, key, nameForm(key));
  const afterTitle = at > 0 && at === group.length - 1 && group[at - 1].kind === 'title';
  if (afterTitle && gender === 'f') return recase(typed, key, womanSurnameForm(key));
  return typed;
}

/** Ukrainian letters, a capital first, of the length of a name. @param {string} typed @returns {boolean} */
function looksLikeName(typed) {
  return typed.length <= 30 && /^[А-ЩЮЯҐЄІЇ][а-щьюяґєії'’ʼ`]{2,}$/.test(typed) && /[аеиіоуюяєї]/i.test(typed);
}

/** Endings that surnames and adjectives have, first names hardly ever. @param {string} key @returns {boolean} */
function hasSurnameShape(key) {
  return /(ко|ук|юк|ець|ий|[оеє]в|[сцз]ька|[оеєї]ва|[бвгґджзклмпрстфхцчшщ]на)$/.test(key);
}

/**
 * I, note 2: пані Гаркуше, добродійко Вариводо. Surnames that are adjectives (Левицька, Петрова,
 * Ільїна, Чорна) keep the nominative.
 * @param {string} key
 * @returns {string}
 */
function womanSurnameForm(key) {
  if (/([сцз]ька|[оеєії]ва|[иії]на|[бвгґджзклмпрстфхцчшщ]на|[аеєиіоуя]а)$/.test(key)) return key;
  if (/^(біла|руда|стара|крива|мала|німа|суха|глуха|товста|сива|мила|дика|гола|худа|лиха|щербата|багата|ряба)$/.test(key)) return key;
  const stem = key.slice(0, -1);
  if (key.endsWith('а')) return stem + (SIBILANT.test(stem) ? 'е' : 'о');
  if (key.endsWith('я')) return stem + (CONSONANT.test(stem) ? 'е' : 'є');
  return key;
}

/**
 * The vocative of a first name in lower case.
 * @param {string} key
 * @returns {string} the same where it has no form of its own, or is a vocative already
 */
function nameForm(key) {
  const irregular = IRREGULAR.get(key);
  if (irregular) return irregular;
  if (INDECLINABLE.has(key)) return key;
  // III: Любове, Ніколе.
  if (WOMEN_III.has(key)) return `${key.replace(/ь$/, '')}е`;
  if (/[ая]$/.test(key)) return formInA(key);
  if (key.endsWith('о')) return formInO(key);
  return /[ьйбвгґджзклмнпрстфхцчшщ]$/.test(key) ? formInConsonant(key) : key;
}

/** I, men and women. @param {string} key @returns {string} */
function formInA(key) {
  const stem = key.slice(0, -1);
  // Ноа, Леа: a foreign vowel before -а, no declension in use.
  if (key.endsWith('а')) return /[аеєиіїоуюя]$/.test(stem) ? key : `${stem}о`;
  // Маріє, Зоє, Дар'є: after a vowel or an apostrophe.
  if (!CONSONANT.test(stem)) return `${stem}є`;
  // Майя: й before я makes a vowel of it too.
  if (stem.endsWith('й')) return `${stem}є`;
  // Олю, Галю, Катрусю: the soft group in names of endearment.
  return `${stem}ю`;
}

/**
 * II, men in -о. A form in -о that is no man's name is a vocative already (Олено, Наталко).
 * @param {string} key
 * @returns {string}
 */
function formInO(key) {
  if (!MEN.has(key)) return key;
  const stem = key.slice(0, -1);
  if (MEN_IN_O.has(key)) return `${stem}е`;
  // § 87.1: Іванку, Марку, Олельку; soft Михасьо, Петрусьо, Гриньо: -ю.
  return stem.endsWith('ь') ? `${stem.slice(0, -1)}ю` : `${stem}у`;
}

/** II, men in a consonant. @param {string} key @returns {string} */
function formInConsonant(key) {
  // -ий is an adjective and keeps its form.
  if (key.endsWith('ий')) return key;
  // § 87.2, the soft group: Андрію, Василю, Ігорю.
  if (/[йь]$/.test(key)) return `${key.slice(0, -1)}ю`;
  if (SOFT_R.has(key)) return `${key}ю`;
  // § 87.1: stems in г, к, х (Людвігу, Петрику).
  if (/[гґкх]$/.test(key)) return `${key}у`;
  // § 87.3: Богдане; also names in ж, ч, ш (Лукаше, Януше).
  return `${key}е`;
}

/**
 * The new form with the letters that were typed: their case and their apostrophe stay, only the
 * ending is new.
 * @param {string} typed
 * @param {string} key   what was typed, as the rules see it
 * @param {string} form  what the rules make of it
 * @returns {string}
 */
function recase(typed, key, form) {
  let same = 0;
  while (same < key.length && key[same] === form[same]) same += 1;
  const ending = form.slice(same);
  const capitals = typed.length > 1 && typed === typed.toUpperCase();
  return typed.slice(0, same) + (capitals ? ending.toUpperCase() : ending);
}
