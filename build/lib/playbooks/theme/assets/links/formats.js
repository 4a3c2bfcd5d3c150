/** Lists of links in the notations of other tools. Pure functions; picker.js uses them. */

/** @typedef {{title: string, address: string, language: string}} Row `language` is that of the title */

/** As text, for each format. @type {Record<string, (rows: Row[]) => string>} */
export const FORMATS = {
  markdown: (rows) => lines(rows, ({ title, address }) => `- [${markdown(title)}](${address})`),
  html: (rows) => html(rows),
  slack: (rows) => lines(rows, ({ title, address }) => `• <${address}|${slack(title)}>`),
  notion: (rows) => lines(rows, ({ title, address }) => `- [${markdown(title)}](${address})`),
  confluence: (rows) => lines(rows, ({ title, address }) => `* [${wiki(title)}|${address}]`),
};

/** @param {Row[]} rows @param {(row: Row) => string} line */
function lines(rows, line) {
  return rows.map(line).join('\n');
}

/** @param {string} title */
function markdown(title) {
  return title.replace(/[\\`*_[\]<>~]/g, '\\$&');
}

/** mrkdwn has three characters of its own, and a bar ends the address. @param {string} title */
function slack(title) {
  return title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('|', '/');
}

/** @param {string} title */
function wiki(title) {
  return title.replace(/[\\[\]|{}!]/g, '\\$&');
}

/**
 * A list as HTML, also what goes on the clipboard for programs that take rich text.
 * @param {Row[]} rows
 */
export function html(rows) {
  const list = document.createElement('ul');
  for (const { title, address, language } of rows) {
    const link = document.createElement('a');
    link.href = address;
    link.lang = language;
    link.textContent = title;
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  return list.outerHTML;
}
