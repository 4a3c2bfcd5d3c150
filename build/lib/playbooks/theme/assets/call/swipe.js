/** A finger that goes clearly sideways. */

const FAR_ENOUGH = 48;
const CONTROLS = 'input, textarea, select';

/**
 * @param {HTMLElement} element
 * @param {{left: () => void, right: () => void}} to what a swipe to the left and to the right does
 */
export function onSwipe(element, { left, right }) {
  /** @type {Touch | null} */
  let from = null;
  const forget = () => {
    from = null;
  };
  const start = (/** @type {TouchEvent} */ { touches, target }) => {
    const onControl = target instanceof Element && target.closest(CONTROLS);
    from = touches.length === 1 && !onControl ? touches[0] : null;
  };
  const end = (/** @type {TouchEvent} */ { changedTouches: [to] }) => {
    if (!from) return;
    const across = to.clientX - from.clientX;
    const along = to.clientY - from.clientY;
    forget();
    if (Math.abs(across) < FAR_ENOUGH || Math.abs(across) < 2 * Math.abs(along)) return;
    if (across < 0) left();
    else right();
  };
  // Else a swipe to the right is the browser's own way back, and the page is gone.
  element.style.touchAction = 'pan-y pinch-zoom';
  element.addEventListener('touchstart', start, { passive: true });
  element.addEventListener('touchend', end, { passive: true });
  element.addEventListener('touchcancel', forget, { passive: true });
}
