/**
 * Rehearsal: the desk turned round. The page says what the client says, the newcomer answers aloud, then looks at
 * the words of the script. Nothing is recorded and nobody counts.
 */

import { text } from '../core/strings.js';
import { create } from '../core/elements.js';
import { cardsOf, shuffled } from './cards.js';
import { Frame, make, makeButton, setIdle } from './frame.js';
import { LineView, nodesOf, whose } from './line.js';
import { linesOf } from './lines.js';
import { readScript } from './steps.js';

/** @typedef {import('../template/template.js').TemplateBlock} TemplateBlock */

const NAMES = { title: 'call.rehearsal', close: 'call.rehearsal-close', timer: 'call.rehearsal-timer' };

export class Rehearsal {
  prompt = new LineView();
  answer = create('div', 'call__answer', { 'data-call-answer': '', 'aria-live': 'polite' });
  end = make('section', 'call__after');
  back = makeButton('call__back', text('call.back'));
  next = makeButton('button--primary call__next');
  /** @type {import('./cards.js').Card[]} */
  cards = [];
  at = 0;
  isShown = false;

  /** @param {TemplateBlock} block @param {HTMLElement} opener */
  constructor(block, opener) {
    this.block = block;
    this.frame = new Frame(`${block.id}-rehearsal`, NAMES, opener);
    const { main, steps, dialog } = this.frame;
    dialog.classList.add('call--rehearsal');
    this.end.append(make('h3', 'call__heading', text('call.rehearsal-end')), make('p', 'call__help', text('call.rehearsal-help')));
    main.append(this.prompt.element, this.answer, this.end);
    steps.append(this.back, this.next);
    this.next.addEventListener('click', () => this.forward());
    this.back.addEventListener('click', () => this.backward());
    this.frame.listen({ forward: () => this.forward(), back: () => this.backward(), scroll: (step) => this.scroll(step) });
    window.addEventListener('resize', () => dialog.open && this.prompt.reach());
  }

  open() {
    this.begin();
    this.frame.open();
    this.prompt.reach();
    this.next.focus();
  }

  /** In another order each time. */
  begin() {
    this.cards = shuffled(cardsOf(readScript(linesOf(this.block))));
    this.frame.timer.reset();
    this.frame.timer.start();
    this.go(0, false);
  }

  forward() {
    if (this.at >= this.cards.length) this.begin();
    else if (this.isShown) this.go(this.at + 1, false);
    else this.go(this.at, true);
  }

  /** What was asked before, or without the words again. */
  backward() {
    if (this.isShown) this.go(this.at, false);
    else if (this.at > 0) this.go(this.at - 1, false);
  }

  /** @param {number} at @param {boolean} isShown */
  go(at, isShown) {
    const { frame, cards, block } = this;
    this.at = at;
    this.isShown = isShown;
    const card = cards[at];
    this.prompt.element.hidden = !card;
    this.answer.hidden = !card;
    this.end.hidden = Boolean(card);
    frame.dialog.dataset.stage = card ? 'line' : 'after';
    frame.dialog.classList.toggle('is-answered', isShown);
    frame.position.textContent = card ? text('call.of', { n: at + 1, total: cards.length }) : '';
    if (card) this.prompt.show({ kind: card.kind, runs: card.prompt, language: block.language });
    if (card && card.kind === 'branch') this.prompt.who.textContent = text('call.case');
    this.answer.replaceChildren(...(card && isShown ? card.answer.map((thought) => this.row(thought)) : card ? [make('p', 'call__help', text('call.rehearsal-help'))] : []));
    this.next.textContent = text(!card ? 'call.rehearsal-again' : isShown ? 'call.next' : 'call.show');
    setIdle(this.back, at === 0 && !isShown, this.next);
    if (!card) frame.timer.rest();
    this.answer.scrollTop = 0;
    if (this.answer.scrollHeight > this.answer.clientHeight + 1) this.answer.tabIndex = 0;
    else this.answer.removeAttribute('tabindex');
  }

  /** @param {import('./steps.js').Thought} thought */
  row({ kind, runs }) {
    const row = make('p', 'call__row');
    row.dataset.kind = kind;
    const words = make('span', 'call__row-words');
    words.lang = this.block.language;
    words.append(...nodesOf(runs));
    row.append(make('span', 'call__who', whose(kind)), words);
    return row;
  }

  /** @param {1 | -1} step */
  scroll(step) {
    const place = this.isShown ? this.answer : this.prompt.words;
    place.scrollBy(0, step * place.clientHeight * 0.6);
  }
}
