// Starts the module and keeps it where the tests find it.
import init, * as module from "./module.js";

await init({ module_or_path: "module.wasm" });
window.core = module;

// The times of some runs of a piece of work, in milliseconds.
window.timed = (runs, prepare, work) => {
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    const event = prepare();
    const start = performance.now();
    const made = work(event);
    times.push(performance.now() - start);
    for (const held of new Set([event, made])) held?.free?.();
  }
  return times;
};

document.getElementById("app").append(document.createElement("p"));
