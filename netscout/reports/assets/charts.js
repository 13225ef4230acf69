"use strict";
// The charts: drawn in the colours of the page once the browser has time for it, so that paper and pictures have them.
(() => {
  const block = document.getElementById("chart-data");
  const mapPlot = document.getElementById("map-plot");
  if (!block || !mapPlot || typeof DecompressionStream === "undefined") return;
  const charts = JSON.parse(block.textContent);
  const linksPlot = document.getElementById("links-plot");
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const whole = document.getElementById("map-whole");
  const state = { field: Object.keys(charts.maps)[0], area: "", print: false };
  const MOST = 3000;
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

  const copy = (value) => JSON.parse(JSON.stringify(value));
  const night = () => dark.matches && !state.print;
  // Only values under a colour key are looked at: a person called #FBF9F4 keeps the name.
  function colour(node) {
    if (!night() || node === null || typeof node !== "object") return;
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === "string" && key.endsWith("color")) {
        if (charts.dark[value]) node[key] = charts.dark[value];
        else if (value.startsWith("rgba(251,249,244")) node[key] = value.replace("251,249,244", "22,25,28");
      } else colour(value);
    }
  }
  const CONFIG = { displayModeBar: false, responsive: false, scrollZoom: false, doubleClick: false };

  // Labels in the order of importance, each at the first place where it lies over no other and no foreign area.
  function uncrowd(labels, unit, box, areas) {
    const canvas = document.createElement("canvas").getContext("2d");
    const taken = [];
    const measure = (place) => {
      const lines = place.text.replace(/<\/?b>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&").split("<br>");
      canvas.font = (place.text.startsWith("<b>") ? "700 " : "") + place.font.size + "px system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif";
      const wide = Math.max(...lines.map((line) => canvas.measureText(line).width)) + 4;
      const high = lines.length * place.font.size * 1.25 + 2;
      const x = place.x * unit;
      const y = place.y * unit + (place.yanchor === "bottom" ? high / 2 : 0);
      return [x - wide / 2, x + wide / 2, y - high / 2, y + high / 2];
    };
    const touches = (here, area) => {
      const across = area.x * unit - Math.min(Math.max(area.x * unit, here[0]), here[1]);
      const along = area.y * unit - Math.min(Math.max(area.y * unit, here[2]), here[3]);
      return across * across + along * along < (area.r * unit) ** 2;
    };
    return labels.map((label) => {
      const { room, lane, own, folded, middle, ...plain } = label;
      const tries = [plain];
      if (folded) {
        tries.unshift({ ...plain, text: folded });
        tries.push({ ...plain, text: folded, y: middle, yanchor: "middle", bgcolor: "rgba(251,249,244,0.8)" });
      }
      for (const place of tries) {
        const here = measure(place);
        if (place.bgcolor && folded && !(here[1] - here[0] <= 2.2 * areas[own].r * unit && here[3] - here[2] <= 1.2 * areas[own].r * unit)) continue;
        const fits = !room || (here[1] - here[0] <= room * unit && here[3] - here[2] <= lane * unit + 6);
        const inside = here[0] >= box[0] * unit - 2 && here[1] <= box[1] * unit + 2;
        const over = taken.some((one) => here[0] < one[1] && one[0] < here[1] && here[2] < one[3] && one[2] < here[3]);
        if (fits && inside && !over && !areas.some((area, at) => at !== own && touches(here, area))) {
          taken.push(here);
          return { ...place, visible: true };
        }
      }
      return { ...plain, visible: false };
    });
  }

  // The places inside an area: the same rules as packing.py, for people too many to be drawn at first.
  const CORE = 0.56;
  const RIM = 0.62;
  function spiral(circle) {
    const [, cx, cy, , people] = circle;
    const spots = [];
    let cosine = 1;
    let sine = 0;
    for (let place = 0; place < people; place += 1) {
      const far = people > 1 ? CORE * Math.sqrt(place + 0.5) : 0;
      spots.push([cx + far * cosine, cy + far * sine]);
      [cosine, sine] = [cosine * -0.7373688780783197 - sine * 0.6754902942615238, sine * -0.7373688780783197 + cosine * 0.6754902942615238];
    }
    return spots;
  }
  function free(area, many) {
    const spots = [];
    const rows = Math.ceil(area.r / 0.8660254037844386);
    for (let row = -rows; row <= rows; row += 1) {
      for (let at = -Math.ceil(area.r) - 1; at <= area.r + 1; at += 1) {
        const x = at + (((row % 2) + 2) % 2) * 0.5;
        const y = row * 0.8660254037844386;
        if (x * x + y * y <= (area.r - RIM) ** 2) spots.push([x, y, Math.round((x * x + y * y) * 1e6)]);
      }
    }
    spots.sort((one, other) => one[2] - other[2] || one[1] - other[1] || one[0] - other[0]);
    const found = [];
    for (const [x, y] of spots) {
      if (found.length === many) break;
      const px = area.x + x;
      const py = area.y + y;
      const clear = area.companies.every(([, cx, cy, r]) => (px - cx) ** 2 + (py - cy) ** 2 >= (r + RIM) ** 2);
      if (clear) found.push([px, py]);
    }
    return found;
  }
  const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  // The same words as `person_words` in figure_map.py, made here where the columns of everybody are in the page.
  function wrap(text) {
    const lines = [];
    let line = "";
    for (const piece of text.split(" ")) {
      if (line && line.length + piece.length >= 56) { lines.push(line); line = piece; } else line = (line + " " + piece).trim();
    }
    return lines.concat(line).slice(0, 4).join("<br>");
  }
  function hover(row) {
    const people = window.netscoutPeople;
    if (!people) return charts.hover[row];
    const get = (name) => people.cell(name, row);
    const strength = people.words.hover.strength[get("strength")] || get("strength");
    const chance = people.words.hover.chance[get("chance")] || get("chance");
    return [
      "<b>" + escape(people.data.name[row]) + "</b>",
      wrap([get("title"), get("company")].filter(Boolean).map(escape).join(" at ")),
      escape(chance ? strength + "; " + chance : strength),
      people.data.listed[row] ? "on the shortlist" : "",
    ].filter(Boolean).join("<br>");
  }
  function openPeople(area) {
    const people = window.netscoutPeople;
    if (!people) return [];
    const rows = [];
    for (let row = 0; row < people.data.n; row += 1) {
      if ((people.cell(state.field, row) || "Not understood") === area.name) rows.push(row);
    }
    const groups = new Map();
    for (const row of rows) {
      const name = people.cell("company", row);
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(row);
    }
    const spots = [];
    const settled = new Set();
    for (const circle of area.companies) {
      const members = groups.get(circle[0]) || [];
      settled.add(circle[0]);
      spiral(circle).slice(0, members.length).forEach((spot, place) => spots.push([members[place], spot]));
    }
    const rest = rows.filter((row) => !settled.has(people.cell("company", row)));
    free(area, rest.length).forEach((spot, place) => spots.push([rest[place], spot]));
    return spots.slice(0, MOST);
  }
  function openTraces(area, unit) {
    const people = window.netscoutPeople;
    const spots = openPeople(area);
    const size = Math.min(Math.max(unit * 0.7, 3), 14);
    const listed = spots.filter(([row]) => people.data.listed[row]);
    const base = (those) => ({ type: "scatter", mode: "markers", x: those.map((one) => one[1][0]), y: those.map((one) => one[1][1]) });
    return [
      { ...base(spots), hoverinfo: "text", hovertext: spots.map((one) => hover(one[0])), customdata: spots.map((one) => one[0]), marker: { size, color: area.colour, opacity: 0.92 }, meta: { layer: "people" } },
      { ...base(listed), hoverinfo: "skip", marker: { size: size + 5, symbol: "circle-open", color: "#22272B", line: { width: 2, color: "#22272B" } }, meta: { layer: "ring" } },
    ];
  }

  function drawMap() {
    const chart = charts.maps[state.field];
    const figure = copy(chart.figure);
    const layout = figure.layout;
    const area = chart.areas.find((one) => one.name === state.area);
    if (area) {
      const edge = area.r * 1.06;
      layout.xaxis.range = [area.x - edge, area.x + edge];
      layout.yaxis.range = [area.y - edge, area.y + edge * 1.12];
    }
    const room = roomOf(mapPlot);
    const wide = room - 8;
    const across = layout.xaxis.range[1] - layout.xaxis.range[0];
    const along = layout.yaxis.range[1] - layout.yaxis.range[0];
    const most = Math.max(window.innerHeight * 0.92, 420);
    const unit = Math.min(wide / across, most / along);
    layout.width = room;
    layout.height = Math.round(along * unit + 8);
    const half = wide / unit / 2;
    const middle = (layout.xaxis.range[0] + layout.xaxis.range[1]) / 2;
    layout.xaxis.range = [middle - half, middle + half];
    const grow = unit / layout.meta.unit;
    for (const trace of figure.data) {
      if (trace.meta.layer === "people") trace.hovertext = trace.customdata.map(hover);
      if (trace.marker && Array.isArray(trace.marker.size)) {
        const ring = trace.meta.layer === "ring" ? 5 : 0;
        trace.marker.size = trace.marker.size.map((one) => Math.min(Math.max((one - ring) * grow, 2.2), 18) + ring);
      }
    }
    if (area && layout.meta.crowded) {
      figure.data = figure.data.filter((one) => ["area", "company"].includes(one.meta.layer)).concat(openTraces(area, unit));
    }
    const size = Math.min(13, Math.max(10, 13 * grow));
    const labels = layout.meta.labels.map((one) => (one.folded ? { ...one, font: { ...one.font, size } } : one));
    layout.annotations = uncrowd(labels, unit, layout.xaxis.range, chart.areas);
    const above = Math.max(0, 38 - (area ? area.r * 0.12 : (chart.figure.layout.xaxis.range[1] - chart.figure.layout.xaxis.range[0]) * 0.043) * unit);
    layout.margin.t += above;
    layout.height += Math.round(above);
    colour(figure);
    if (mapPlot.data) window.Plotly.purge(mapPlot);
    window.Plotly.newPlot(mapPlot, figure.data, layout, CONFIG);
    mapPlot.on("plotly_click", (event) => {
      const at = event.points[0].customdata;
      const row = document.querySelector('.person[data-index="' + Number(at) + '"]');
      if (row) goTo(row);
    });
    whole.hidden = !area;
    note(area, layout.meta);
  }
  function note(area, meta) {
    const place = document.getElementById("map-note");
    const all = area && area.people > MOST && meta.crowded;
    place.textContent = !meta.crowded ? "" : !area
      ? "There are too many people to draw at once: only the shortlist stands as dots. Open an area from the table to see its people."
      : all ? MOST.toLocaleString("en") + " of " + area.people.toLocaleString("en") + " people are drawn; the long table holds everybody." : "";
  }
  function goTo(row) {
    const pane = row.closest(".pane");
    const button = document.querySelector('#targets button[data-show="' + pane.dataset.target + '"]');
    if (button && pane.hidden) button.click();
    row.scrollIntoView();
    const link = row.querySelector("a, button, summary");
    if (link) link.focus({ preventScroll: true });
  }
  function drawLinks() {
    const figure = copy(charts.links);
    const guesses = document.getElementById("guesses");
    for (const trace of figure.data) {
      if (trace.meta.layer === "shared-employer") trace.visible = Boolean(guesses && guesses.checked);
    }
    for (const trace of figure.data) if (trace.opacity && night()) trace.opacity = 0.8;
    figure.layout.width = roomOf(linksPlot);
    if (state.print) figure.layout.height = Math.min(figure.layout.height, PAPER * 1.2);
    colour(figure);
    if (linksPlot.data) window.Plotly.purge(linksPlot);
    window.Plotly.newPlot(linksPlot, figure.data, figure.layout, CONFIG);
  }
  const PAPER = 660;
  const roomOf = (plot) => (state.print ? PAPER : plot.clientWidth);
  const drawn = { map: false, links: false };
  async function draw(which) {
    await load();
    drawn[which] = true;
    if (which === "map") drawMap();
    else drawLinks();
  }
  function again() {
    if (drawn.map) drawMap();
    if (drawn.links) drawLinks();
  }

  const idle = window.requestIdleCallback || ((act) => setTimeout(act, 200));
  const first = async (which) => { if (!drawn[which]) await draw(which); };
  requestAnimationFrame(() => idle(async () => {
    await first("map");
    if (linksPlot) idle(() => first("links"), { timeout: 1000 });
  }, { timeout: 2000 }));

  const fields = Array.from(document.querySelectorAll("#map-fields button"));
  for (const button of fields) {
    button.addEventListener("click", () => {
      state.field = button.dataset.map;
      state.area = "";
      for (const one of fields) one.setAttribute("aria-pressed", String(one === button));
      for (const pane of document.querySelectorAll(".map-pane")) {
        pane.hidden = pane.dataset.field !== state.field;
        if (pane.hidden || !pane.dataset.title) continue;
        document.getElementById("map-title").textContent = pane.dataset.title;
        mapPlot.setAttribute("aria-label", pane.dataset.title);
      }
      draw("map");
    });
  }
  for (const button of document.querySelectorAll("[data-area]")) {
    button.addEventListener("click", () => {
      state.area = button.dataset.area;
      draw("map").then(() => document.getElementById("map-figure").scrollIntoView());
    });
  }
  whole.addEventListener("click", () => { state.area = ""; draw("map"); });
  const guesses = document.getElementById("guesses");
  if (guesses) guesses.addEventListener("change", () => draw("links"));
  dark.addEventListener("change", again);
  let wait = 0;
  let wide = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth === wide) return;
    wide = window.innerWidth;
    clearTimeout(wait);
    wait = setTimeout(again, 150);
  });
  window.addEventListener("beforeprint", () => {
    state.print = true;
    if (window.Plotly) drawn.map = true;
    if (window.Plotly && linksPlot) drawn.links = true;
    again();
  });
  window.addEventListener("afterprint", () => { state.print = false; again(); });
})();
