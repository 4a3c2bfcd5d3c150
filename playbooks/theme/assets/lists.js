/** Starts what the lists of templates and checklists need, and a path of steps. */

import { showListedProgress } from './checklist/listed.js';
import { addPath } from './checklist/path.js';
import { each, started } from './core/starting.js';
import { ListedTemplate } from './template/listed.js';

each('[data-listed]', (element) => new ListedTemplate(element));
each('[data-listed-checklist]', showListedProgress);
each('.path', addPath);
started('[data-listed], .path');
