"use strict";
// What every drawing script builds on: the library, loaded once, the colours of the hour, and word of every change.
(() => {
  const block = document.getElementById("chart-data");
  if (!block || typeof DecompressionStream === "undefined") return;
  const data = JSON.parse(block.textContent);
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const PAPER = 660;
  const CONFIG = { displayModeBar: false, responsive: false, scrollZoom: false, doubleClick: false, typesetMath: false };
  let print = false;
  let library = null;

  // Eleven letters of base 94 are nine bytes, here as three numbers of three bytes each. The letters are those of policy.py.
  function unpack(text) {
    const start = text.indexOf(":") + 1;
    const size = Number(text.slice(0, start - 1));
    const bytes = new Uint8Array(Math.ceil(size / 9) * 9);
    for (let to = 0, at = start; to < bytes.length; to += 9) {
      let high = 0, middle = 0, low = 0;
      for (const end = at + 11; at < end; at += 1) {
        const code = text.charCodeAt(at);
        low = low * 94 + code - (code > 60 ? 33 : 32);
        middle = middle * 94 + (low >>> 24);
        high = high * 94 + (middle >>> 24);
        low &= 0xffffff;
        middle &= 0xffffff;
      }
      bytes.set([high >>> 16, high >>> 8, high, middle >>> 16, middle >>> 8, middle, low >>> 16, low >>> 8, low], to);
    }
    return bytes.subarray(0, size);
  }

  function load() {
    if (!library) {
      library = (async () => {
        const packed = unpack(document.getElementById("chart-library").textContent);
        const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
        const script = document.createElement("script");
        script.textContent = await new Response(stream).text();
        document.head.appendChild(script);
      })();
    }
    return library;
  }

  const night = () => dark.matches && !print;
  // Only values under a colour key are looked at: a person called #FBF9F4 keeps the name.
  function dress(node) {
    if (!night() || node === null || typeof node !== "object") return;
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === "string" && key.endsWith("color")) node[key] = tint(value);
      else dress(value);
    }
  }
  function tint(value) {
    if (!night()) return value;
    return data.dark[value] || (value.startsWith("rgba(251,249,244") ? value.replace("251,249,244", "22,25,28") : value);
  }

  // Labels as they were before what they share was taken out (`compact` in sections/map.py).
  const expand = ({ kinds, rows }) => rows.map(([kind, own]) => ({ ...kinds[kind], ...own }));
  for (const one of Object.values(data.maps)) one.figure.layout.meta.labels = expand(one.figure.layout.meta.labels);
  data.links.layout.annotations = expand(data.links.layout.annotations);

  const changed = () => document.dispatchEvent(new CustomEvent("netscout-redraw"));
  dark.addEventListener("change", changed);
  let wait = 0;
  let wide = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth === wide) return;
    wide = window.innerWidth;
    clearTimeout(wait);
    wait = setTimeout(changed, 150);
  });
  window.addEventListener("beforeprint", () => { print = true; changed(); });
  window.addEventListener("afterprint", () => { print = false; changed(); });

  window.netscoutCharts = {
    data,
    load,
    dress,
    tint,
    night,
    config: CONFIG,
    printing: () => print,
    room: (plot) => (print ? PAPER : plot.clientWidth),
    paper: PAPER,
    idle: window.requestIdleCallback ? (act) => window.requestIdleCallback(act, { timeout: 2000 }) : (act) => setTimeout(act, 200),
  };
})();
