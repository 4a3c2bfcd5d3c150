/**
 * Starts everything a page needs. Without this script all words still read and can be selected;
 * what fails to start must not keep the rest from starting.
 */

import './alternates.js';
import { addLinks } from './links.js';
import { addSearch } from './search.js';
import { startSettings } from './settings.js';
import { each, start } from './start.js';

start(startSettings);
start(addLinks);
each('[data-search]', addSearch);
if (document.querySelector('[data-template], [data-checklist]')) import('./playbook.js').catch(reportError);
