/** Starts what only some pages have: switches for what a reader does not want, tables wider than a phone. */

import './core/wide-tables.js';
import './offline/switch.js';
import './search/keys.js';
