// Keeps this build of the app for use offline. Written by `cargo xtask build --release`.
const STORE = "gongsai-{{version}}";
const FILES = {{files}};
const KEPT = new Set(FILES.map((file) => new URL(file, self.registration.scope).href));
const HOME = new URL("./", self.registration.scope);

self.addEventListener("install", (event) => {
  // Past the browser's own store: a stale page beside new files would be a mixed version.
  const requests = FILES.map((file) => new Request(file, { cache: "reload" }));
  event.waitUntil(caches.open(STORE).then((store) => store.addAll(requests)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith("gongsai-") && name !== STORE) await caches.delete(name);
    }
    await self.clients.claim();
  })());
});

self.addEventListener("message", (event) => {
  if (event.data === "SKIP_WAITING") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  const url = new URL(event.request.url);
  url.search = "";
  url.hash = "";
  if (url.href === HOME.href + "index.html") url.href = HOME.href;
  if (!KEPT.has(url.href)) return;
  event.respondWith((async () => {
    const store = await caches.open(STORE);
    return (await store.match(url.href)) ?? fetch(event.request);
  })());
});
