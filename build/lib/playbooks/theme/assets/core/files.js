/** Saving a file that was made in the page. */

/** The address of the file must outlive the click that starts the download. */
const KEEP_ADDRESS_MS = 60_000;

/**
 * @param {string} name
 * @param {string} content
 * @param {string} type
 */
export function saveFile(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  follow(address, name);
  setTimeout(() => URL.revokeObjectURL(address), KEEP_ADDRESS_MS);
}

/**
 * Follow a link that is in the page no longer than that; what it holds stays in no address of ours.
 * @param {string} address
 * @param {string} [download] name of the file to save it as
 */
export function follow(address, download) {
  const link = document.createElement('a');
  link.href = address;
  if (download) link.download = download;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
}
