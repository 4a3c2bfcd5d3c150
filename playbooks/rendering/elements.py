"""Templates and checklists as trees of HTML elements.

The attributes are the public contract: data-template, data-channel, data-part, data-copy,
data-blank, data-words-language, data-checklist, data-item, data-progress. Everything reads and can
be selected without JavaScript; controls carry `hidden` until the script that serves them runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from ..data.fields import Field, with_role
from ..languages.languages import LANGUAGES
from ..languages.speaking import seconds
from ..languages.strings import Strings
from ..model.checklists import Checklist
from ..model.filling import Filling, fill
from ..model.templates import Paragraph, Template
from ..model.words import NOBODY, SPEAKERS, Alternatives, Blank, Part, Passage, Text, Words

Label = Callable[[str], str]  # a field's id → its label


@dataclass(frozen=True)
class Naming:
    """How fields are called: `label` for readers, `example` fills a blank; `speaker` is the field that tells who
    speaks."""

    label: Label
    example: Label
    speaker: str


def naming(fields: Mapping[str, Field], language: str) -> Naming:
    """As the fields of a site are called in a language; one that nobody declares by its id."""

    def text(key: str, name: str) -> str:
        field = fields.get(name)
        return str(getattr(field, key).get(language, name)) if field else name

    speaker = next(iter(with_role(fields, "speaker")), "speaker")
    return Naming(lambda name: text("label", name), lambda name: text("example", name), speaker)


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """A child element. `data_copy="body"` becomes data-copy, `class_` class, `for_` for."""
    names = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    child = SubElement(parent, tag, names)
    child.text = text or None
    return child


def template_element(
    template: Template,
    strings: Strings,
    naming: Naming,
    languages: Sequence[str],
    level: int = 3,
) -> Element:
    """A section with the words, and below them the bar of actions.

    `level` is that of the heading.
    """
    section = Element(
        "section",
        {
            "class": f"template template--{template.channel}",
            "id": template.id,
            "data-template": template.id,
            "data-channel": template.channel.id,
            **({"data-spoken": ""} if template.channel.is_spoken else {}),
            **({"data-meeting": ""} if template.is_meeting else {}),
            "aria-labelledby": f"{template.id}-title",
        },
    )
    head = add(section, "div", class_="template__head")
    if kind := _kind(template, strings, naming.example):
        timed = {"data_timed": ""} if template.channel.is_timed else {}
        add(head, "p", kind, class_="template__kind", data_kind="", **timed)
    add(head, f"h{level}", template.title, id=f"{template.id}-title", class_="template__title")
    _reader(section, template, strings, languages)
    if template.channel.is_script:
        _calling(section, template, strings)
    words = add(section, "div", class_="template__words", lang=strings.language, data_words="")
    if template.subject is not None:
        subject = add(words, "p", class_="template__subject")
        add(subject, "span", strings.subject_label(), class_="template__label")
        add_words(add(subject, "span", data_part="subject"), template.subject, naming)
    body = add(words, "div", class_="template__body", data_part="body")
    add_paragraphs(body, template.body, strings, naming)
    _quiet(section, template, strings)
    _bar(section, template, strings)
    return section


def _kind(template: Template, strings: Strings, example: Label) -> str:
    """What a template is and how long it takes to say; what its title begins with is not said again."""
    kind = strings("meeting.kind" if template.is_meeting else f"channel.{template.channel}")
    names = (kind, strings(f"way.{template.channel}"), strings(f"home.{template.channel}"))
    if template.title.casefold().startswith(tuple(name.casefold() for name in names)):
        kind = ""
    if not template.channel.is_timed:
        return kind
    texts = [_filled(paragraph.words, example) for paragraph in template.body]
    time = seconds("\n".join(texts), strings.language)
    said = strings("template.seconds").replace("{n}", str(time))
    return f"{kind} · {said}" if kind else said


def _filled(words: Words, example: Label) -> str:
    return fill(words.parts, Filling({field: example(field) for field in words.fields}, SPEAKERS["he"]))


def add_paragraphs(body: Element, paragraphs: Iterable[Paragraph], strings: Strings, naming: Naming) -> None:
    """The paragraphs as <p>; a branch is a <details> that holds its own."""
    inside = body
    for paragraph in paragraphs:
        if paragraph.kind == "branch":
            inside = add(body, "details", class_="branch", open="open")
            add_words(add(inside, "summary", class_="branch__case"), paragraph.words, naming)
            continue
        inside = inside if paragraph.depth else body
        if paragraph.kind == "speech" and paragraph.speaker:
            row = add(inside, "p", class_="speech", data_speaker=paragraph.speaker)
            add(row, "span", strings.speaker_label(paragraph.speaker), class_="speech__speaker")
            add_words(add(row, "span", class_="speech__words"), paragraph.words, naming)
        else:
            kind = "direction" if paragraph.kind == "direction" else "paragraph"
            add_words(add(inside, "p", class_=kind), paragraph.words, naming)


def add_words(parent: Element, words: Words, naming: Naming) -> None:
    """The words with blanks as marked spans; what depends on who speaks is one: nobody has said yet.

    The browser reads from these elements what the author wrote (words/written.js), so that the words stand in a
    page once: `data-form` is what a blank asks for, `data-forms` what an alternative chooses from.
    """
    _add_parts(parent, words.parts, naming)


def _add_parts(parent: Element, parts: Iterable[Part], naming: Naming) -> None:
    for part in parts:
        if isinstance(part, Text):
            _add_text(parent, part.text)
        elif isinstance(part, Alternatives):
            _add_alternatives(parent, part, naming.speaker)
        elif isinstance(part, Blank):
            form = {"data_form": part.form} if part.form else {}
            add(parent, "span", f"[{naming.label(part.field)}]", class_="blank", data_blank=part.field, **form)
        elif isinstance(part, Passage):
            _add_parts(add(parent, "span", class_="passage is-omitted", data_passage=""), part.parts, naming)


def _add_alternatives(parent: Element, part: Alternatives, speaker: str) -> None:
    form, forms = part.form(NOBODY), "|".join(part.forms)
    if form is None:
        add(parent, "span", part.open_form, class_="blank", data_blank=speaker, data_forms=forms)
    else:
        _add_text(add(parent, "span", data_forms=forms), form)


def _add_text(parent: Element, text: str) -> None:
    """Text at the end of an element, line breaks as <br>."""
    for number, line in enumerate(text.split("\n")):
        if number:
            SubElement(parent, "br")
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + line
        else:
            parent.text = (parent.text or "") + line


def _reader(section: Element, template: Template, strings: Strings, languages: Sequence[str]) -> None:
    """The row that stays above the words: who reads them."""
    row = add(section, "div", class_="template__reader", data_reader="")
    _language(row, template, strings, languages)


def _calling(section: Element, template: Template, strings: Strings) -> None:
    """Above a script: the way into the call, and beside it, quietly, its rehearsal where somebody answers."""
    row = add(section, "div", class_="template__call")
    opens = strings("meeting.open" if template.is_meeting else "call.open")
    _button(row, opens, data_open_call="", class_="button button--primary")
    if any(part.kind == "branch" or part.speaker not in (None, "you") for part in template.body):
        _button(row, strings("call.rehearse"), data_open_rehearsal="")


def _quiet(section: Element, template: Template, strings: Strings) -> None:
    """The quiet actions: copying a part, seeing the words as their reader does."""
    row = add(section, "div", class_="template__quiet", data_quiet="")
    if template.channel.has_subject:
        _button(row, strings("copy.subject"), data_copy="subject")
    _button(row, strings(f"copy.body-{template.channel}"), data_copy="body")
    if not template.channel.is_spoken:
        _button(row, strings("seen.button"), data_seen="", aria_pressed="false")


def _bar(section: Element, template: Template, strings: Strings) -> None:
    """The one row that stays under the thumb: fill in, copy, send, and more behind a menu."""
    bar = add(
        section,
        "div",
        class_="template__bar",
        role="group",
        aria_label=strings("named").replace("{label}", strings("copy.bar")).replace("{words}", template.title),
        data_bar="",
    )
    fill_in = add(bar, "button", type="button", class_="button template__blanks", data_open_blanks="")
    add(fill_in, "span", strings("blanks.fill")).tail = " "
    add(fill_in, "span", class_="template__count", aria_hidden="true", data_count="").tail = " "
    add(fill_in, "span", class_="visually-hidden", data_left="")
    copy = _button(bar, strings("copy.all"), data_copy="all", class_="button template__copy")
    copy.set("aria-label", strings(f"copy.all-{template.channel}"))
    if template.channel.way_out:
        way = template.channel.way_out
        _button(bar, strings(f"send.now-{way}"), data_send_now=way, class_="button template__send")
    more = add(bar, "details", class_="more", data_more="")
    add(add(more, "summary", class_="button"), "span", "⋯", aria_hidden="true").tail = ""
    more[0].set("aria-label", strings("more"))


def _button(parent: Element, text: str, class_: str = "button", **data: str) -> Element:
    return add(parent, "button", text, **{"type": "button", "class_": class_, **data})


def _language(parent: Element, template: Template, strings: Strings, languages: Sequence[str]) -> None:
    name = f"{template.id}-language"
    group = add(parent, "div", class_="template__language")
    add(group, "label", strings("words-language"), for_=name)
    select = add(group, "select", id=name, data_words_language="")
    for language in languages:
        option = add(select, "option", LANGUAGES[language].own_name, value=language, lang=language)
        if language == strings.language:
            option.set("selected", "selected")


def checklist_element(
    checklist: Checklist, strings: Strings, level: int, version: Callable[[str], str]
) -> Element:
    """A section with the heading, the rows, the progress and the quiet actions.

    `version` gives, for an item's id, what changes when the author changes the item: a tick made
    for another version is dropped.
    """
    section = Element(
        "section",
        {
            "class": "checklist",
            "id": checklist.id,
            "data-checklist": checklist.id,
            "aria-labelledby": f"{checklist.id}-title",
        },
    )
    add(section, f"h{level}", checklist.title, id=f"{checklist.id}-title", class_="checklist__title")
    state = add(section, "div", class_="checklist__state", data_state="")
    total = str(len(checklist.items))
    add(
        state,
        "p",
        strings("checklist.progress").format(n=0, total=total),
        data_progress="",
        class_="checklist__progress",
    )
    add(state, "progress", max=total, value="0", aria_label=strings("checklist.progress-label"))
    rows = add(section, "ul", class_="checklist__items")
    for item in checklist.items:
        row = add(rows, "li", class_="checklist__item")
        line = add(row, "label")
        box = add(line, "input", type="checkbox", data_item=item.id, data_version=version(item.id))
        box.tail = " "
        add(line, "span", item.text, class_="checklist__text")
    foot = add(section, "div", class_="checklist__actions", data_actions="")
    _button(foot, strings("checklist.copy"), data_copy_checklist="")
    _button(foot, strings("checklist.reset"), data_reset="")
    add(section, "p", strings("checklist.kept"), class_="checklist__kept", data_kept="")
    return section
