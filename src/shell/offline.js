// The service worker: keeps the files of one build, so that the page opens without its server.
//
// `cargo xtask dist` puts two lines in front of it and publishes both as `sw.js` (`xtask/src/precache.rs`):
// `build`, a hash of the list, and `files`, which says for each published file what it must hold.
// It fetches these files from beside itself and nothing else.
/* global build, files */

const scope = self.registration.scope;
// Two copies of the page on one origin never touch each other's: every name begins with where it belongs.
const shelf = `bridgekeeper ${scope} `;
const own = shelf + build;
// Says which builds were in use: the newest first.
const used = `${shelf}used`;
const page = "index.html";
const addressOf = (name) => new URL(name, scope).href;
// Such a name says what is in the file: it is the same in every build that has it.
const isNamedByContent = (name) => /-[0-9a-f]{16}[._]/.test(name);

// A page that was led elsewhere on the way, as some hosts do, may not answer for this address.
const asIfHere = async (answer) =>
  answer.redirected ? new Response(await answer.blob(), { headers: answer.headers }) : answer;

const keep = async (cache, name) => {
  const address = addressOf(name);
  if (await cache.match(address)) return undefined;
  if (isNamedByContent(name)) {
    const earlier = await inEarlierBuilds(address);
    if (earlier) return cache.put(address, earlier);
  }
  // What arrives is compared with what the list says; a file of another build is no answer.
  const asked = { integrity: `sha256-${files[name]}`, cache: isNamedByContent(name) ? "default" : "no-cache", priority: "low" };
  const answer = await fetch(address, asked);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return cache.put(address, await asIfHere(answer));
};

const builds = async () => (await caches.keys()).filter((name) => name.startsWith(shelf) && name !== used);

const inEarlierBuilds = async (address) => {
  for (const name of (await builds()).reverse()) {
    const found = name === own ? undefined : await caches.match(address, { cacheName: name });
    if (found) return found;
  }
  return undefined;
};

// The page comes last: it is kept only where all that it loads is.
const fill = async () => {
  const cache = await caches.open(own);
  await Promise.all(Object.keys(files).map((name) => name !== page && keep(cache, name)));
  await keep(cache, page);
  if (!(await caches.has(own))) throw new Error("the files were taken away meanwhile");
};

// All files or none: a build with a file missing is not installed, and the one before it stays.
addEventListener("install", (event) => event.waitUntil(fill()));

// The build before this one is kept for pages that are still open; what is older goes.
addEventListener("activate", (event) => {
  const takeOver = async () => {
    const record = await caches.open(used);
    const known = await record.match(scope);
    const [before] = (known ? await known.json() : []).filter((name) => name !== own);
    await record.put(scope, new Response(JSON.stringify(before ? [own, before] : [own])));
    const all = await builds();
    // A newer one may have arrived already, and waits for its turn.
    const older = all.slice(0, all.indexOf(own));
    await Promise.all(older.filter((name) => name !== before).map((name) => caches.delete(name)));
    // Where there was none before, nobody is served by another.
    if (!before) await self.clients.claim();
  };
  event.waitUntil(takeOver());
});

// Said by the page when its user wants the new version, and never before.
addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});

const answer = async (event, name) => {
  const address = addressOf(name);
  const kept = (await caches.match(address, { cacheName: own })) ?? (isNamedByContent(name) ? await inEarlierBuilds(address) : undefined);
  // Files that were taken away, by the browser or by the page of last resort, are fetched anew.
  if (!kept && event.request.mode === "navigate") event.waitUntil(fill().catch(() => undefined));
  return kept ?? fetch(event.request);
};

addEventListener("fetch", (event) => {
  const { request } = event;
  const [address] = request.url.split(/[?#]/);
  if (request.method !== "GET" || !address.startsWith(scope)) return;
  // What is asked of the page, it reads in the address itself.
  const name = address.slice(scope.length) || page;
  if (request.mode === "navigate" ? name !== page : !(Object.hasOwn(files, name) || isNamedByContent(name))) return;
  event.respondWith(answer(event, name));
});
