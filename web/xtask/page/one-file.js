(async () => {
  const gongsai = window.gongsai;
  const text = (id) => document.getElementById(id).textContent;
  const unpack = (id) => {
    const bytes = Uint8Array.from(atob(text(id)), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
  };
  const unpackInWorker = `
    const SHEETS_WASM = new Response(
      new Blob([Uint8Array.from(atob(SHEETS_PACKED), (letter) => letter.charCodeAt(0))])
        .stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();`;
  gongsai.sheets = () => {
    const packed = `\nconst SHEETS_PACKED = "${text("sheets-wasm")}";`;
    const source = [text("sheets-glue"), packed, unpackInWorker, "\n", text("sheets-worker")];
    const url = URL.createObjectURL(new Blob(source, { type: "text/javascript" }));
    const worker = new Worker(url);
    // The worker has its own hold on the source once it has begun to load.
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    return worker;
  };
  gongsai.samples = {{samples}};
  gongsai.sample = async (name) => {
    const index = gongsai.samples.indexOf(name);
    if (index < 0) throw new Error(`sample/${name}: 404`);
    return unpack(`sample-${index}`).text();
  };
  gongsai.offline = "ready";
  gongsai.update = () => location.reload();
  await wasm_bindgen({ module_or_path: await unpack("app-wasm").arrayBuffer() });
})().catch((error) => window.gongsai.fail(error));
