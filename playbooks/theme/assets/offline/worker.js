/**
 * The service worker: keeps the pages of a language on the device, and hands them out without a network.
 *
 * Published as /offline.js with KEPT before it (playbooks/publishing/offline.py), so that each build has its own; it is
 * no module, as not all browsers take one here. With a network, pages come from there. What is kept stands in
 * one cache a build. A file with a fingerprint in its address is the same in all builds; any other is asked for with
 * the build that the page is of (`data-kept` of its root), so that no page meets a file of another build. A new
 * worker waits until no page of the old one is open, and then takes the old caches away.
 */

/**
 * @typedef {object} Kept
 * @property {string} build
 * @property {Record<string, string>} lists the address of what is to be kept, by language
 * @property {Record<string, string>} roots where the addresses of each language begin
 * @property {Record<string, string>} lost the page that stands for one that is not there
 * @property {string} lasting what addresses with a fingerprint look like
 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { build, lists, roots, lost, lasting } = /** @type {Kept} */ (Reflect.get(self, 'KEPT'));

const ROOT = worker.registration.scope;
const PREFIX = `playbooks:${new URL(ROOT).pathname}:`;
const LASTING = new RegExp(`^(?:${lasting})$`);
/** Milliseconds for which a page that is kept waits for the network. */
const PATIENCE = 4000;
/** All pieces of a search as one file. */
const PACK = 'all.json';
/** What permanent links lead to, and the names they once had. */
const ADDRESSES = 'addresses.json';

let isStopped = false;
/** One file after the other, whoever asks. @type {Promise<unknown>} */
let last = Promise.resolve();
/** Read packs, by address. @type {Map<string, Promise<Record<string, string> | null>>} */
const packs = new Map();

worker.addEventListener('install', (event) => event.waitUntil(inTurn(update)));
worker.addEventListener('activate', (event) => event.waitUntil(begin()));
worker.addEventListener('message', (event) => event.waitUntil(told(event)));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(ROOT)) return;
  const url = new URL(request.url);
  if (request.mode === 'navigate') event.respondWith(page(event, url));
  else if (LASTING.test(url.href.slice(ROOT.length))) event.respondWith(lastingFile(request, url));
  else event.respondWith(file(request, url));
});

/** @template T @param {() => Promise<T>} job @returns {Promise<T>} */
function inTurn(job) {
  const done = last.then(job);
  last = done.catch(() => {}); // a file that fails is asked for again at the next visit
  return done;
}

/** A build after the first keeps at once what the one before kept; who spares data keeps that. */
async function update() {
  for (const language of Object.keys(lists)) {
    if (!(await former(language)).size) continue;
    if (Reflect.get(worker.navigator, 'connection')?.saveData) throw new Error('data is spared');
    await keep(language);
  }
}

/** No page of an older build is open. */
async function begin() {
  for (const name of await names()) if (name !== PREFIX + build) await caches.delete(name);
  await worker.clients.claim();
}

/** @param {ExtendableMessageEvent} event {keep: language}, answered {kept: build}; or {stop: true} */
async function told({ data, source }) {
  if (data?.stop) {
    isStopped = true;
    for (const name of await names()) await caches.delete(name);
    return;
  }
  if (typeof data?.keep !== 'string' || !Object.hasOwn(lists, data.keep)) return;
  isStopped = false;
  const isKept = await inTurn(() => keep(data.keep)).catch(() => false);
  if (isKept) source?.postMessage({ kept: build });
}

/** @param {string} language @returns {Promise<boolean>} whether all of it is kept */
async function keep(language) {
  const cache = await caches.open(PREFIX + build);
  const list = at(lists[language]);
  if (await cache.match(list)) return true;
  const text = await (await fetched(lists[language])).text();
  const known = await former(language);
  for (const row of text.trim().split('\n')) {
    if (isStopped) return false;
    const [address, hash] = row.split(' ');
    if (await cache.match(at(address))) continue;
    const old = await known.get(row)?.match(at(address));
    await cache.put(at(address), await marked(old ?? await fetched(address, hash)));
  }
  await cache.put(list, new Response(text)); // says that all is there
  return true;
}

/** What other builds keep of a language, by the rows of their lists. @param {string} language */
async function former(language) {
  /** @type {Map<string, Cache>} */
  const found = new Map();
  for (const name of await names()) {
    if (name === PREFIX + build) continue;
    const cache = await caches.open(name);
    const list = await wholeList(cache, language);
    for (const row of list ? (await list.text()).trim().split('\n') : []) found.set(row, cache);
  }
  return found;
}

/** The list of a language in a cache that has all of it. @param {Cache} cache @param {string} language */
async function wholeList(cache, language) {
  const start = at(`assets/offline/${language}-`);
  const known = (await cache.keys()).find(({ url }) => url.startsWith(start));
  return known && cache.match(known);
}

/** @param {string} address @param {string} [hash] of what it must be, where its name does not tell */
async function fetched(address, hash) {
  const options = { cache: hash ? 'no-cache' : 'default', integrity: hash ? `sha256-${hash}` : '', priority: 'low' };
  const answer = await fetch(at(address), /** @type {RequestInit} */ (options));
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer;
}

/** A page says of which build it is; nothing is kept as the end of a redirection. @param {Response} answer */
async function marked(answer) {
  const headers = new Headers(answer.headers);
  if (!headers.get('Content-Type')?.startsWith('text/html')) return answer.redirected ? new Response(await answer.blob(), { headers }) : answer;
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name);
  return new Response((await answer.text()).replace(/<html(?: data-kept="\w*")?/, `<html data-kept="${build}"`), { headers });
}

/** From the network, else as it is kept, else what tells that it is not. @param {FetchEvent} event @param {URL} url */
async function page(event, url) {
  const kept = await keptPage(url);
  try {
    // asked for anew: a page out of the browser's own cache could be of a build before that of the worker
    const answer = await soon(fetch(event.request, { cache: 'no-cache' }), kept);
    if (answer && (answer.status < 500 || !kept)) return answer;
  } catch {
    // no network
  }
  return kept ?? await permanent(url) ?? await lostPage(url) ?? Response.error();
}

/** @param {Promise<Response>} answer @param {Response | undefined} kept */
function soon(answer, kept) {
  if (!kept) return answer;
  answer.catch(() => {}); // it may fail after it was waited for
  return Promise.race([answer, new Promise((resolve) => { setTimeout(resolve, PATIENCE); })]);
}

/** In the newest build that has all of the language, else in the newest that has the page. @param {URL} url */
async function keptPage(url) {
  const path = (url.origin + url.pathname).replace(/\/index\.html$/, '/');
  const ways = path.endsWith('/') || path.endsWith('.html') ? [path] : [`${path}/`, `${path}.html`];
  const language = languageOf(url);
  /** @type {Response | undefined} */
  let partly;
  for (const name of (await names()).reverse()) {
    const cache = await caches.open(name);
    for (const way of ways) {
      const found = await cache.match(way);
      if (found && await wholeList(cache, language)) return found;
      partly ??= found;
    }
  }
  return partly;
}

/** What a permanent link leads to: in the language that it names, else in one that is kept. @param {URL} url */
async function permanent(url) {
  const [, id = '', language = ''] = /^go\/([\w-]+)\/(?:(\w+)\/)?(?:index\.html)?$/.exec(url.href.split(/[?#]/)[0].slice(ROOT.length)) ?? [];
  const known = id && await caches.match(at(ADDRESSES));
  if (!known) return undefined;
  const { targets, moved } = /** @type {{targets: {id: string, kind: string, page: string}[], moved: Record<string, string>}} */ (await known.json());
  const target = targets.find((row) => row.id === (moved[id] ?? id));
  if (!target) return undefined;
  const wishes = [language, url.searchParams.get('lang') ?? '', ...worker.navigator.languages, ...Object.keys(roots)];
  for (const code of wishes.map((wish) => wish.slice(0, 2))) {
    if (!Object.hasOwn(roots, code)) continue;
    const address = at(roots[code] + target.page);
    if (await keptPage(new URL(address))) return Response.redirect(target.kind === 'playbook' ? address : `${address}#${target.id}`);
  }
  return undefined;
}

/** The page of the asked language that says so, or of another one that is kept. @param {URL} url */
async function lostPage(url) {
  for (const language of [languageOf(url), ...worker.navigator.languages, ...Object.keys(lost)]) {
    const address = at(lost[language.slice(0, 2)] ?? '');
    if (address === ROOT || address === url.href.split('#')[0] || !await keptPage(new URL(address))) continue;
    return Response.redirect(`${address}#/${url.href.slice(ROOT.length)}`);
  }
  return undefined;
}

/** @param {Request} request @param {URL} url */
async function lastingFile(request, url) {
  for (const name of await names()) {
    const cache = await caches.open(name);
    const found = await cache.match(url.href) ?? await packed(cache, url);
    if (found) return found;
  }
  return fetch(request);
}

/** A piece of a search, out of the file that has all of them. @param {Cache} cache @param {URL} url */
async function packed(cache, url) {
  const address = new URL(PACK, url).href;
  if (!packs.has(address)) {
    const found = await cache.match(address);
    if (!found) return undefined;
    packs.set(address, found.json());
  }
  const text = (await packs.get(address))?.[url.pathname.slice(url.pathname.lastIndexOf('/') + 1)];
  return text === undefined ? undefined : new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}

/** Of the build that the page is of, where it says so; else from the network. @param {Request} request @param {URL} url */
async function file(request, url) {
  const [address, asked] = url.href.split('?');
  const every = await names();
  if (asked && every.includes(PREFIX + asked)) {
    const found = await (await caches.open(PREFIX + asked)).match(address);
    if (found) return found;
  }
  try {
    return await fetch(request);
  } catch (error) {
    for (const name of every.reverse()) {
      const found = await (await caches.open(name)).match(address);
      if (found) return found;
    }
    throw error;
  }
}

/** The caches of this site, the oldest first. */
async function names() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

/** @param {string} address from the root of the site */
function at(address) {
  return new URL(address, ROOT).href.replace(/\/index\.html$/, '/');
}

/** @param {URL} url */
function languageOf(url) {
  const fits = Object.entries(roots).filter(([, root]) => url.href.startsWith(ROOT + root));
  return fits.sort(([, one], [, other]) => other.length - one.length)[0][0];
}
