/** The quiet clock of a call: minutes and seconds since it was started. */
export class CallTimer {
  started = 0;
  ticking = 0;

  /** @param {HTMLElement} clock */
  constructor(clock) {
    this.clock = clock;
    this.show();
  }

  /** Does nothing once it runs. */
  start() {
    this.started ||= Date.now();
    this.watch();
  }

  /** Keep the clock moving, if a call has begun. */
  watch() {
    clearInterval(this.ticking);
    if (this.started) this.ticking = setInterval(() => this.show(), 1000);
    this.show();
  }

  /** Stop showing; the call itself goes on. */
  rest() {
    clearInterval(this.ticking);
  }

  reset() {
    this.rest();
    this.started = 0;
    this.show();
  }

  /** Minutes since the start. */
  get minutes() {
    return this.started ? (Date.now() - this.started) / 60_000 : 0;
  }

  show() {
    const passed = this.started ? Math.floor((Date.now() - this.started) / 1000) : 0;
    const seconds = String(passed % 60).padStart(2, '0');
    this.clock.textContent = `${Math.floor(passed / 60)}:${seconds}`;
  }
}
