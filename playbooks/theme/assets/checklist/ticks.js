/** Ticks of a checklist, kept in this browser and shared by the three languages of its page. */

import { local, onOutsideChange } from '../core/storage.js';

export class Ticks {
  /** @param {string} checklist its id */
  constructor(checklist) {
    this.key = `checklist:${checklist}`;
    /** Item → the version that was ticked. @type {Map<string, string>} */
    this.ticked = this.read();
    /** Whether the storage holds what this page knows: not where it refused or is full. */
    this.isKept = true;
  }

  /** @returns {Map<string, string>} only sound entries: anybody may have written to the storage */
  read() {
    const kept = local.get(this.key);
    const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : [];
    return new Map(entries.filter(([, version]) => typeof version === 'string'));
  }

  /** @param {string} item @param {string} version @returns {boolean} */
  has(item, version) {
    return this.ticked.get(item) === version;
  }

  /** Whether the item was ticked when it said something else. @param {string} item @param {string} version */
  isOutdated(item, version) {
    return this.ticked.has(item) && !this.has(item, version);
  }

  /** @param {string} item @param {string} version @param {boolean} ticked @returns {boolean} whether it is kept */
  set(item, version, ticked) {
    // what another tab has ticked meanwhile stays, also where this one was not told of it yet
    if (this.isKept) this.ticked = this.read();
    if (ticked) this.ticked.set(item, version);
    else this.ticked.delete(item);
    this.isKept = local.set(this.key, Object.fromEntries(this.ticked));
    return this.isKept;
  }

  /** @returns {() => void} takes it back */
  clear() {
    const before = this.ticked;
    this.ticked = new Map();
    local.remove(this.key);
    return () => {
      this.ticked = before;
      this.isKept = local.set(this.key, Object.fromEntries(before));
    };
  }

  /** Whether this browser keeps anything at all. */
  get areKept() {
    return local.works;
  }

  /** @param {() => void} changed in another tab */
  onOutsideChange(changed) {
    onOutsideChange((key) => {
      if (key !== null && key !== this.key) return;
      this.ticked = this.read();
      this.isKept = true;
      changed();
    });
  }
}
