// The service worker keeps the app for use offline, one store a build; a new build waits until the user says yes.
gongsai.offline = "none";
gongsai.update = () => location.reload();
const tell = (state) => {
  gongsai.offline = state;
  window.dispatchEvent(new Event("gongsai-offline"));
};
navigator.serviceWorker?.register("./sw.js").then((registration) => {
  const workers = navigator.serviceWorker;
  let controlled = Boolean(workers.controller);
  let asked = false;
  gongsai.update = () => {
    asked = true;
    if (registration.waiting) registration.waiting.postMessage("SKIP_WAITING");
    else location.reload();
  };
  workers.addEventListener("controllerchange", () => {
    if (asked) location.reload();
    else if (controlled) tell("update");
    controlled = true;
  });
  const watch = (worker) => {
    const look = () => {
      if (worker.state === "installed" && registration.active) tell("update");
      if (worker.state === "activated" && gongsai.offline !== "update") tell("ready");
    };
    worker?.addEventListener("statechange", look);
    if (worker) look();
  };
  watch(registration.active);
  watch(registration.waiting);
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
}, () => tell("none"));
