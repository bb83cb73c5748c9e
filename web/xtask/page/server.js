const gongsai = window.gongsai;
gongsai.sheets = () => new Worker("{{sheets_js}}");
gongsai.samples = {{samples}};
gongsai.sample = async (name) => {
  const response = await fetch("sample/" + encodeURIComponent(name));
  if (!response.ok) throw new Error(`sample/${name}: ${response.status}`);
  return response.text();
};
{{offline}}
try {
  const { default: start } = await import("./{{app_js}}");
  await start({ module_or_path: "./{{app_wasm}}" });
} catch (error) {
  gongsai.fail(error);
}
