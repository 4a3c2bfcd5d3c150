/**
 * Keep Material from fetching a sitemap.xml beside every language version of the page.
 *
 * Its bundle looks for link[rel=alternate] once, when the document is ready, and fetches
 * `sitemap.xml` relative to each; with versions at the same path these are three 404s per page
 * view, and the link to the feed makes a fourth. Modules run before that moment, so the links are out of its sight for just as long.
 * Can go when Material asks for the sitemap of the site only (mkdocs-material 9.8.1 does not).
 */
const links = [...document.querySelectorAll('link[rel="alternate"]')];

/** Out of reach of the exact selector, still an alternate to everybody who reads tokens. */
for (const link of links) link.setAttribute("rel", "alternate ");

document.addEventListener("DOMContentLoaded", () => {
  setTimeout(() => {
    for (const link of links) link.setAttribute("rel", "alternate");
  });
});
