/** The ways out of the page beside copying: mail program, files, share sheet, printer, link. */

import { copy, copyKeys, selectForCopying } from '../core/clipboard.js';
import { follow, saveFile } from '../core/files.js';
import { fieldLabel } from '../words/labels.js';
import { mailFile, mailLink } from './mail.js';
import { DATE_FIELD, saveNewDate } from './new-date.js';
import { menu } from '../core/menu.js';
import { addSheet } from '../core/sheets.js';
import { say } from '../core/message.js';
import { ask } from '../core/question.js';
import { pageLanguage } from '../core/page-data.js';
import { copyLink, permanentLink } from '../core/permanent.js';
import { printOne } from './print-one.js';
import { create, one } from '../core/elements.js';
import { listed, plural, text } from '../core/strings.js';

/** @typedef {import('./template.js').TemplateBlock} TemplateBlock */
/** @typedef {{name: string, label: string, action: () => unknown, offered?: boolean}} Way `label`: key of its words */

export class Sending {
  /** @param {TemplateBlock} block @param {HTMLDetailsElement} more its summary stands in the page already */
  constructor(block, more) {
    this.block = block;
    this.more = more;
    this.summary = one('summary', HTMLElement, more);
  }

  /** @returns {Way[]} */
  get ways() {
    const email = this.block.channel === 'email';
    const dated = this.block.element.querySelector(`[data-blank="${DATE_FIELD}"]`) !== null;
    /** @type {Way[]} */
    const ways = [
      { name: 'blanks', label: 'blanks.open', action: () => this.block.openBlanks(undefined, this.summary) },
      { name: 'mail', label: 'send.mail', action: () => this.whole(() => this.openMail()), offered: email },
      { name: 'sms', label: 'send.sms', action: () => this.whole(() => this.openText()), offered: this.block.channel === 'message' },
      { name: 'eml', label: 'send.eml', action: () => this.saveMail(), offered: email },
      { name: 'txt', label: 'send.txt', action: () => this.saveText() },
      { name: 'ics', label: 'send.ics', action: () => this.saveDate(), offered: dated },
      { name: 'share', label: 'send.share', action: () => this.whole(() => this.share()), offered: 'share' in navigator },
      { name: 'print', label: 'send.print-blanks', action: () => printOne(this.block.element) },
      { name: 'link', label: 'copy.link', action: () => this.copyLink() },
    ];
    return ways.filter(({ offered = true }) => offered);
  }

  fill() {
    const list = create('ul', 'more__list');
    const { close } = menu(this.more);
    list.append(...this.ways.map((way) => this.row(way, close)));
    this.more.append(list);
  }

  /** @param {Way} way @param {() => void} close */
  row({ name, label, action }, close) {
    const button = create('button', 'button', { type: 'button', 'data-send': name });
    button.textContent = text(label);
    button.addEventListener('click', () => {
      close();
      action();
    });
    const row = create('li', 'more__way');
    row.append(button);
    return row;
  }

  /** The way out in one tap. @param {string} way "mail" or "share" */
  now(way) {
    if (way === 'mail') return this.whole(() => this.openMail());
    return this.whole(() => ('share' in navigator ? this.share() : this.openText()));
  }

  /** What is on its way to the client has no blanks, or the reader wants it so. @param {() => unknown} send */
  async whole(send) {
    const { left } = this;
    if (!left) return send();
    await addSheet('blanks');
    return ask(left, [
      { name: text('blanks.fill'), act: () => this.block.openBlanks(undefined, this.summary) },
      { name: text('send.anyway'), act: send },
    ]);
  }

  /** Where the whole email is too long for a link, the mail opens with its subject, and the text waits on the clipboard. */
  async openMail() {
    const { block } = this;
    const subject = block.plain('subject');
    const link = mailLink(subject, block.plain('body'), navigator.userAgent);
    if (link) {
      block.element.dispatchEvent(new CustomEvent('template:copied', { bubbles: true }));
      return follow(link);
    }
    const copied = await copy(block.plain('body'), block.html('body'));
    if (!copied) return this.copyInstead('copy.done-body', 'body');
    block.element.dispatchEvent(new CustomEvent('template:copied', { bubbles: true }));
    follow(mailLink(subject, '', navigator.userAgent) ?? 'mailto:');
    return say(text('send.mail-too-long'));
  }

  /** The reader chooses whom to write to. */
  openText() {
    follow(`sms:?&body=${encodeURIComponent(this.block.plain('body'))}`);
  }

  saveMail() {
    const { block } = this;
    const [subject, body] = [block.plain('subject'), block.plain('body')];
    this.save('eml', mailFile({ subject, body, language: block.language, date: new Date() }), 'message/rfc822');
  }

  saveText() {
    this.save('txt', `${this.block.plain('all')}\n`, 'text/plain');
  }

  saveDate() {
    if (saveNewDate(this.block)) this.tell(text('send.saved'), false);
    else this.askForDate();
  }

  askForDate() {
    this.block.openBlanks(DATE_FIELD, this.summary);
    say(text('send.ics-no-date'));
  }

  /**
   * The file is named after the template: nothing typed gets into a name.
   * @param {string} extension
   * @param {string} content
   * @param {string} type
   */
  save(extension, content, type) {
    saveFile(`${this.block.id}.${extension}`, content, type);
    this.tell(text('send.saved'));
  }

  async share() {
    const { block } = this;
    const email = block.channel === 'email';
    try {
      await navigator.share({
        title: email ? block.plain('subject') : block.title,
        text: block.plain('body'),
      });
    } catch (error) {
      // An AbortError is the reader's own change of mind.
      if (!(error instanceof DOMException && error.name === 'AbortError')) await this.copyInstead('copy.done-body');
    }
  }

  copyLink() {
    return copyLink(permanentLink(this.block.id), this.summary);
  }

  /** @param {string} key of the message that explains it @param {import('../blanks/filled.js').Copied} [part] */
  async copyInstead(key, part = 'body') {
    const { block } = this;
    const [plain, html] = [block.plain(part), block.html(part)];
    if (await copy(plain, html)) return this.tell(text(key));
    selectForCopying(block.partElement(part), plain, html);
    say(text('copy.refused', { keys: copyKeys() }));
  }

  get left() {
    const names = this.block.emptyBlanks().map((id) => fieldLabel(id, pageLanguage));
    return names.length ? plural('copy.blanks', names.length, { names: listed(names) }) : '';
  }

  /** Says what happened, and which blanks are still empty. @param {string} done */
  tell(done, withBlanks = true) {
    say([done, withBlanks ? this.left : ''].filter(Boolean).join(' '));
  }
}
