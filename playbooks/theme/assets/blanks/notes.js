/** Whose notes of a call these are: of the playbook, in whatever language it is read, and of the client. */

import { pageLanguage, siteRoot } from '../core/page-data.js';

/** The page's path in its language's tree: "playbooks/announce-a-delay/". */
const PLAYBOOK = location.pathname
  .slice(siteRoot.pathname.length)
  .replace(/index\.html$/, '')
  .replace(new RegExp(`^${pageLanguage}/`), '');

/** @param {string} client @returns {string} a line break stands in no name and no path */
export function notesKey(client) {
  return `${PLAYBOOK}\n${client}`;
}
