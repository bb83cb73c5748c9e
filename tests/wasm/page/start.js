// Starts the module and keeps it where the tests find it.
import init, * as module from "./module.js";

await init({ module_or_path: "module.wasm" });
window.core = module;

// The times of some runs of a piece of work, in milliseconds, after as many that are not timed: a browser first runs code
// that it compiled in haste, and compiles it again once it proves busy.
window.timed = (runs, prepare, work) => {
  const times = [];
  for (let run = 0; run < 2 * runs; run += 1) {
    const event = prepare();
    const start = performance.now();
    const made = work(event);
    const time = performance.now() - start;
    if (run >= runs) times.push(time);
    for (const held of new Set([event, made])) held?.free?.();
  }
  return times;
};

document.getElementById("app").append(document.createElement("p"));
