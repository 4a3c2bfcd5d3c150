/** A table that is wider than the screen scrolls, and by keyboard too: not every browser lets the focus come to it. */

import { all, first } from './elements.js';

function follow() {
  for (const wide of all('.md-typeset__scrollwrap', HTMLElement)) {
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
    else wide.removeAttribute('tabindex');
  }
}

const text = first('article', HTMLElement);
if (text) new ResizeObserver(follow).observe(text);
