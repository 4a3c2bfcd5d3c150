/** Leads on from an old address, with the fragment: as it is, or to where the thing it names is now. */

const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector('a[data-moved]'));

/** @returns {Record<string, string>} old ids, and the addresses of what replaced them */
function moved() {
  try {
    return JSON.parse(document.getElementById('moved')?.textContent ?? '{}');
  } catch {
    return {};
  }
}

function follow() {
  const fragment = location.hash.slice(1);
  const places = moved();
  const target = new URL(Object.hasOwn(places, fragment) ? places[fragment] : link.href, location.href);
  if (fragment && !target.hash) target.hash = fragment;
  target.search = location.search;
  location.replace(target);
}

if (link) follow();
