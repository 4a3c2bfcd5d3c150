/** Copying, and what is done where the browser refuses it. */

/** @typedef {string | Promise<string>} Coming words that stand already, or will in a moment */

/**
 * Call it in the click itself: Safari gives the clipboard to nobody who comes later, but takes a promise of
 * the words.
 * @param {Coming} plain
 * @param {Coming} [html] the same words as rich text
 * @returns {Promise<boolean>} false where the clipboard is missing or refused
 */
export async function copy(plain, html) {
  const clipboard = navigator.clipboard;
  if (!clipboard) return false;
  if (html && clipboard.write && typeof ClipboardItem === 'function') {
    const item = { 'text/plain': asBlob(plain, 'text/plain'), 'text/html': asBlob(html, 'text/html') };
    const written = await succeeds(() => clipboard.write([new ClipboardItem(item)]));
    if (written) return true;
  }
  return succeeds(async () => clipboard.writeText(await plain));
}

/** @param {Coming} words @param {string} type @returns {Blob | Promise<Blob>} */
function asBlob(words, type) {
  if (typeof words === 'string') return new Blob([words], { type });
  return words.then((text) => new Blob([text], { type }));
}

/** @param {() => Promise<void>} action */
async function succeeds(action) {
  try {
    await action();
    return true;
  } catch {
    return false;
  }
}

/** Selects all the words of an element. @param {Element} element */
export function selectWords(element) {
  const selection = getSelection();
  selection?.removeAllRanges();
  const range = document.createRange();
  range.selectNodeContents(element);
  selection?.addRange(range);
}

/**
 * Selects the words of an element and, as long as they stay selected, makes the reader's own copy
 * command put exactly `plain` and `html` on the clipboard. That command is always allowed.
 * @param {Element} element
 * @param {string} plain
 * @param {string} html
 */
export function selectForCopying(element, plain, html) {
  selectWords(element);
  const selected = getSelection()?.toString();
  const watch = new AbortController();
  const unchanged = () => getSelection()?.toString() === selected;
  document.addEventListener('copy', (event) => {
    if (!event.clipboardData || !unchanged()) return;
    event.clipboardData.setData('text/plain', plain);
    event.clipboardData.setData('text/html', html);
    event.preventDefault();
  }, { signal: watch.signal });
  document.addEventListener('selectionchange', () => {
    if (!unchanged()) watch.abort();
  }, { signal: watch.signal });
}

/** The keys that copy on this machine. */
export function copyKeys() {
  const device = /** @type {Navigator & {userAgentData?: {platform?: string}}} */ (navigator);
  const platform = device.userAgentData?.platform ?? device.platform ?? '';
  return /mac|iphone|ipad/i.test(platform) ? '⌘C' : 'Ctrl+C';
}
