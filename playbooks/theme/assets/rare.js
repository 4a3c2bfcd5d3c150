/** Starts what only some pages have: switches for what a reader does not want. */

import './offline/switch.js';
import './search/keys.js';
