/** Starts the switches for what a reader does not want: what is kept for use without a network, keys that search. */

import './offline/switch.js';
import './search/keys.js';
