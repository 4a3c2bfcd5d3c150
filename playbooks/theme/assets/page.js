/**
 * Starts everything a page needs. Without this script all words still read and can be selected;
 * what fails to start must not keep the rest from starting.
 */

import './links/alternates.js';
import { addLinks } from './links/headings.js';
import { addSearch } from './search/opening.js';
import { startSettings } from './header/header.js';
import { each, start } from './core/starting.js';

start(startSettings);
start(addLinks);
each('[data-search]', addSearch);
if (document.querySelector('[data-template], [data-checklist]')) import('./playbook.js').catch(reportError);
