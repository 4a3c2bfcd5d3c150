/** Keeps the screen of a phone on; where that is not possible, nothing happens. */
export class ScreenLock {
  /** @type {WakeLockSentinel | null} */
  lock = null;
  wanted = false;

  constructor() {
    // The browser lets go of it whenever the page is out of sight.
    document.addEventListener('visibilitychange', () => {
      if (this.wanted && document.visibilityState === 'visible') this.hold();
    });
  }

  async hold() {
    this.wanted = true;
    try {
      const lock = await navigator.wakeLock.request('screen');
      if (this.wanted) this.lock = lock;
      else lock.release();
    } catch {
      // missing, or refused to save power
    }
  }

  release() {
    this.wanted = false;
    this.lock?.release().catch(() => {});
    this.lock = null;
  }
}
