// The Web Worker that reads workbooks and regulations, and writes forms. `cargo xtask build` puts the bindings (`wasm_bindgen`) and the module
// (`SHEETS_WASM`, an address or its bytes) before this script.
//
// Each message {id, kind, name, bytes: ArrayBuffer} gets one answer, {id, json} or {id, error}; that of "template" is bytes. After an error
// the page ends this worker and starts another: a module that has panicked is not used again.
const READERS = {
  read: (bytes, name) => wasm_bindgen.read(bytes, name),
  regulations: (bytes) => wasm_bindgen.regulations(bytes),
  seal: (bytes, request) => wasm_bindgen.seal(bytes, request),
  open: (bytes, request) => wasm_bindgen.open(bytes, request),
  template: (bytes, names) => wasm_bindgen.template(bytes, names),
};

const ready = Promise.resolve(SHEETS_WASM).then((module) => wasm_bindgen({ module_or_path: module }));

self.addEventListener("message", async ({ data: { id, kind = "read", name, bytes } }) => {
  try {
    await ready;
    const reader = READERS[kind];
    if (!reader) throw new Error(`no such kind: ${kind}`);
    self.postMessage({ id, json: reader(new Uint8Array(bytes), name) });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
});
