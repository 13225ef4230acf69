"use strict";
// The map: ground and dots as a few svg paths, the library's own hover, rings and labels over them.
(() => {
  const shared = window.netscoutCharts;
  const plot = document.getElementById("map-plot");
  if (!shared || !plot) return;
  const places = window.netscoutPlaces;
  const maps = shared.data.maps;
  const whole = document.getElementById("map-whole");
  const note = document.getElementById("map-note");
  const state = { field: Object.keys(maps)[0], area: "", company: "" };
  const SIZES = { close: 1, know: 1, warm: 0.95, cooling: 0.8, dormant: 0.65, met: 0.65 };
  const EDGE = 4;
  const HEAD = 56;
  const NAME = { size: 11, color: "#22272B" };
  let drawn = null;

  const layer = (chart, name) => chart.figure.data.filter((one) => one.meta.layer === name);
  // The dots of a figure as rows, made once: where, how large, in which colour.
  function dotsOf(chart) {
    if (!chart.dots) {
      const rings = new Set(layer(chart, "ring").flatMap((one) => one.x.map((x, at) => x + " " + one.y[at])));
      chart.dots = layer(chart, "people").flatMap((one) => one.customdata.map((row, at) => {
        const [x, y] = [one.x[at], one.y[at]];
        return { row, x, y, size: one.marker.size[at], colour: one.marker.color, listed: rings.has(x + " " + y) };
      }));
      for (const area of chart.areas) {
        area.dots = chart.dots.filter((dot) => (dot.x - area.x) ** 2 + (dot.y - area.y) ** 2 <= area.r ** 2);
      }
    }
    return chart.dots;
  }

  // The part of the map that is shown, in its own units, and the pixels of a unit.
  function frame(chart, area, company) {
    const layout = chart.figure.layout;
    let [x0, x1] = layout.xaxis.range;
    let [y0, y1] = layout.yaxis.range;
    let head = Math.max(...chart.areas.map((one) => one.y + one.r));
    const circle = company && area.companies.find(([name]) => name === company);
    if (area) {
      const [x, y, r] = circle ? [circle[1], circle[2], circle[3]] : [area.x, area.y, area.r];
      [x0, x1, y0, y1, head] = [x - r * 1.06, x + r * 1.06, y - r * 1.06, y + r, y + r];
    }
    const room = shared.room(plot);
    const wide = room - 2 * EDGE;
    const most = Math.max((shared.printing() ? 900 : window.innerHeight) * 0.92, 420) - HEAD;
    const unit = Math.min(wide / (x1 - x0), most / (y1 - y0));
    const high = Math.round(Math.max((y1 - y0) * unit, (head - y0) * unit + HEAD));
    const middle = (x0 + x1) / 2;
    const half = wide / unit / 2;
    return { room, wide, high, unit, grow: unit / layout.meta.unit, box: [middle - half, middle + half, y0, y0 + high / unit] };
  }

  // What can be pointed at and walked to, the labels, and how large the dots are.
  function content(chart, area, company, view) {
    const meta = chart.figure.layout.meta;
    const dots = dotsOf(chart);
    const shown = { dots: [], closed: [], labels: [], areas: [], beyond: 0 };
    if (area && (!meta.crowded || places.known(state.field))) {
      const size = Math.min(Math.max(view.unit * 0.7, 3.4), 14);
      const placed = places.open(state.field, area, company, meta.crowded ? null : area.dots, view.unit, size, (line) => window.netscoutLabels.wide(line, 11, false));
      const before = new Map(dots.map((dot) => [dot.row, dot]));
      const all = window.netscoutPeople;
      const share = (row) => (all ? SIZES[all.cell("strength", row)] || 0.5 : before.get(row).size / meta.size);
      shown.dots = placed.dots.map(({ row, x, y }) => (
        { row, x, y, size: size * share(row), colour: area.colour, listed: all ? Boolean(all.data.listed[row]) : before.get(row).listed }
      ));
      shown.closed = placed.closed;
      shown.beyond = placed.beyond;
      shown.labels = placed.labels.map(({ x, y, lines }) => name(x, y, lines, area, chart));
      shown.labels.push(...placed.closed.map((one) => name(one.x, one.y, [...places.fold(one.name), one.people.toLocaleString("en")], area, chart)));
      if (company) {
        const [, x, y, r, many] = area.companies.find((one) => one[0] === company);
        shown.labels = [{ ...name(x, y + r, [], area, chart), yanchor: "bottom", text: "<b>" + places.escape(company) + "</b><br>" + many.toLocaleString("en"), font: { ...NAME, size: 13 } }];
        shown.closed = [];
      } else shown.labels.unshift(...meta.labels.filter((one) => one.folded));
    } else {
      const most = Math.min(Math.max(meta.size * view.grow, 3), 18);
      shown.dots = dots.map((dot) => ({ ...dot, size: dot.size / meta.size * most }));
      const size = Math.min(13, Math.max(10, 13 * view.grow));
      const missed = (one) => one.folded && chart.areas[one.own].name === chart.neglect;
      shown.labels = meta.labels.map((one) => (one.folded ? { ...one, font: { ...one.font, size } } : one))
        .map((one) => (missed(one) ? { ...one, text: one.text + " · neglected", folded: one.folded + " · neglected" } : one));
      if (meta.crowded) {
        shown.areas = chart.areas;
        shown.closed = closedOf(chart, view);
      }
    }
    return shown;
  }
  const name = (x, y, lines, area, chart) => ({
    x, y, yanchor: "middle", text: lines.map(places.escape).join("<br>"), font: NAME, showarrow: false, own: chart.areas.indexOf(area),
  });
  // On a map too crowded for dots, the companies large enough to be pointed at.
  const closedOf = (chart, view) => chart.areas.flatMap((area) => area.companies
    .filter(([, , , r]) => r * view.unit >= 5)
    .map(([company, x, y, r, people]) => ({ name: company, x, y, people, area: area.name, ring: { x, y, r } })));

  function stopsOf(shown) {
    const people = shown.dots.map((dot) => ({ ...dot, kind: "person", text: places.hover(dot.row) }));
    const companies = shown.closed.map((one) => ({ ...one, kind: "company", text: "<b>" + places.escape(one.name) + "</b><br>" + places.count(one.people) }));
    const areas = shown.areas.map((one) => ({ kind: "area", name: one.name, x: one.x, y: one.y + one.r, ring: one, text: "<b>" + places.escape(one.name) + "</b><br>" + places.count(one.people) }));
    return people.concat(companies, areas);
  }

  function draw(parent, path, looks, kind) {
    if (path) window.netscoutLabels.add(parent, "path", { d: path, class: kind, ...looks });
  }
  // Areas and companies as rings, people as round ends of lines without length: one path for each size and colour.
  function ground(chart, shown, view) {
    const group = window.netscoutLabels.add(document.createDocumentFragment(), "g", { class: "ground" });
    const [x0, x1, y0, y1] = view.box;
    const px = (x) => ((x - x0) * view.unit).toFixed(1);
    const py = (y) => ((y1 - y) * view.unit).toFixed(1);
    const seen = (x, y, r) => x + r > x0 && x - r < x1 && y + r > y0 && y - r < y1;
    const ring = (x, y, r) => {
      const size = (r * view.unit).toFixed(1);
      return "M" + px(x - r) + "," + py(y) + "a" + size + "," + size + " 0 1,0 " + (2 * size).toFixed(1) + ",0a" + size + "," + size + " 0 1,0 " + (-2 * size).toFixed(1) + ",0";
    };
    for (const area of chart.areas) {
      if (!seen(area.x, area.y, area.r)) continue;
      const missed = area.name === chart.neglect ? ["", area.x, area.y, area.r] : (area.of || []).includes(chart.neglect) && area.companies.find(([one]) => one === chart.neglect);
      draw(group, ring(area.x, area.y, area.r), { fill: area.colour, "fill-opacity": 0.1, stroke: missed && !missed[0] ? "none" : shared.tint(area.rim), "stroke-width": 1.2 }, "area");
      const firms = area.companies.filter(([, x, y, r]) => r * view.unit >= 2 && seen(x, y, r));
      draw(group, firms.map(([, x, y, r]) => ring(x, y, r)).join(""), { fill: area.colour, "fill-opacity": 0.16, stroke: shared.tint(area.rim), "stroke-width": 0.7 }, "company");
      if (missed) draw(group, ring(missed[1], missed[2], missed[3]), { fill: "none", stroke: shared.tint("#22272B"), "stroke-width": 1.6, "stroke-dasharray": "6 5" }, "neglected");
    }
    const kinds = new Map();
    const sizes = new Map();
    for (const dot of shown.dots) {
      const size = dot.size.toFixed(1);
      const spot = "M" + px(dot.x) + "," + py(dot.y) + "h.01";
      const key = size + dot.colour;
      if (!kinds.has(key)) kinds.set(key, { size, colour: dot.colour, spots: [] });
      kinds.get(key).spots.push(spot);
      if (!sizes.has(size)) sizes.set(size, []);
      sizes.get(size).push(spot);
    }
    const rim = shared.tint("#22272B");
    for (const [size, spots] of sizes) draw(group, spots.join(""), { fill: "none", stroke: rim, "stroke-opacity": 0.6, "stroke-linecap": "round", "stroke-width": Number(size) + 1 }, "rims");
    for (const { size, colour, spots } of kinds.values()) draw(group, spots.join(""), { fill: "none", stroke: colour, "stroke-linecap": "round", "stroke-width": size }, "dots");
    return group;
  }

  function names(chart, shown, view, sparse) {
    const group = window.netscoutLabels.add(document.createDocumentFragment(), "g", { class: "labels" });
    const [x0, , , y1] = view.box;
    const kept = sparse ? shown.dots.map(({ x, y, size }) => ({ x, y, half: size / 2 + 4 })) : [];
    for (const place of window.netscoutLabels.uncrowd(shown.labels, view.unit, view.box, chart.areas, kept)) {
      window.netscoutLabels.write(group, place, (place.x - x0) * view.unit, (y1 - place.y) * view.unit, view.unit);
    }
    return group;
  }

  function traces(stops) {
    // Without any point the library would make no layer, and nothing to lay the rest by.
    const base = (given, meta, those = given.length ? given : [{ x: null, y: null }]) => ({
      type: "scatter", mode: "none", x: those.map((one) => one.x), y: those.map((one) => one.y), hoverinfo: "text", hovertext: those.map((one) => one.text), meta: { layer: meta },
    });
    const people = stops.filter((one) => one.kind === "person");
    const listed = people.filter((one) => one.listed);
    return [
      { ...base(people, "people"), customdata: people.map((one) => one.row) },
      { ...base(stops.slice(people.length), "open") },
      { type: "scatter", mode: "markers", x: listed.map((one) => one.x), y: listed.map((one) => one.y), hoverinfo: "skip", meta: { layer: "ring" },
        marker: { size: listed.map((one) => one.size + 5), symbol: "circle-open", color: "#22272B", line: { width: 2, color: "#22272B" } } },
    ];
  }

  function drawMap() {
    const chart = maps[state.field];
    const area = shared.printing() ? undefined : chart.areas.find((one) => one.name === state.area);
    const company = area && area.companies.some(([one]) => one === state.company) ? state.company : "";
    const view = frame(chart, area, company);
    const shown = content(chart, area, company, view);
    const stops = stopsOf(shown);
    const [x0, x1, y0, y1] = view.box;
    const { meta, ...rest } = chart.figure.layout;
    const axis = { visible: false, fixedrange: true };
    const figure = { data: traces(stops), layout: {
      ...JSON.parse(JSON.stringify({ font: rest.font, hoverlabel: rest.hoverlabel })), hovermode: "closest", dragmode: false, showlegend: false,
      paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", width: view.room, height: view.high + 2 * EDGE,
      margin: { l: EDGE, r: EDGE, t: EDGE, b: EDGE }, xaxis: { ...axis, range: [x0, x1] }, yaxis: { ...axis, range: [y0, y1] },
    } };
    shared.dress(figure.layout);
    shared.dress(figure.data[2]);
    if (plot.data) window.Plotly.purge(plot);
    window.Plotly.newPlot(plot, figure.data, figure.layout, shared.config);
    const marks = plot.querySelector(".cartesianlayer .scatterlayer");
    marks.before(ground(chart, shown, view));
    marks.after(names(chart, shown, view, meta.crowded && !area));
    drawn = { chart, area, company, view, stops };
    whole.hidden = !area;
    whole.textContent = company ? "Back to the area" : "Show the whole map";
    tell(meta, area, company, shown, stops);
    walker.drawn();
  }
  function tell(meta, area, company, shown, stops) {
    const people = stops.filter((one) => one.kind === "person").length;
    const all = company ? area.companies.find((one) => one[0] === company)[4] : area ? area.people : 0;
    const number = (many) => many.toLocaleString("en");
    const beyond = company ? all - people : shown.beyond;
    note.textContent = !meta.crowded ? "" : !places.known(state.field)
      ? "There are too many people to draw at once: only the shortlist stands as dots. In the report the same map opens into areas with all their people."
      : !area
      ? "There are too many people to draw at once: only the shortlist stands as dots. Choose an area on the map or in the table to see its people."
      : people >= all ? "" : [
        number(people) + " of " + number(all) + " people are drawn.",
        shown.closed.length ? "A circle with a number under its name opens when you choose it." : "",
        beyond ? number(beyond) + " more stand in the long table only." : "",
      ].filter(Boolean).join(" ");
  }

  async function redraw() {
    await shared.load();
    drawMap();
  }
  function goTo(row) {
    const all = window.netscoutPeople;
    if (!shared.reach('.person[data-index="' + Number(row) + '"]') && all) all.reveal(row);
  }
  function open(area, company) {
    state.area = area;
    state.company = company;
    return redraw();
  }
  function up() {
    if (!state.area) return false;
    const stop = state.company ? (one) => one.kind === "company" && one.name === state.company : (one) => one.kind === "area" && one.name === state.area;
    open(state.company ? state.area : "", "").then(() => walker.find(stop));
    return true;
  }
  function choose(stop) {
    if (stop.kind === "person") goTo(stop.row);
    else if (stop.kind === "area") open(stop.name, "").then(() => walker.find(() => true));
    else open(stop.area || state.area, stop.area ? "" : stop.name).then(() => walker.find((one) => !stop.area || one.name === stop.name));
  }
  // A choice of the ground itself: the company or the area that lies there.
  function chooseGround(x, y) {
    const lies = (cx, cy, r) => (x - cx) ** 2 + (y - cy) ** 2 <= r * r;
    const area = drawn.chart.areas.find((one) => lies(one.x, one.y, one.r));
    if (!area || (!places.known(state.field) && !dotsOf(drawn.chart).length)) return;
    if (drawn.area !== area) { open(area.name, ""); return; }
    const closed = new Set(drawn.stops.filter((one) => one.kind === "company").map((one) => one.name));
    const circle = area.companies.find(([company, cx, cy, r]) => closed.has(company) && lies(cx, cy, r));
    if (circle) open(area.name, circle[0]);
  }
  const walker = shared.walk(plot, {
    kind: "map",
    keys: "Arrow keys go from person to person, Page Down and Page Up to the next company or area. " + (document.querySelector(".person, #everyone-body") ? "Enter goes to the person's row. " : "") + "Escape leaves an opened area, then the map.",
    hint: !Object.values(maps).some((chart) => dotsOf(chart).length || chart.figure.layout.meta.crowded) ? "No person is drawn: the areas and their numbers are all there is to see." : "Point at a dot or tap it to see who it is; choose an area to look inside. By keyboard: Tab to the map, then the arrow keys.",
    stops: () => (drawn ? drawn.stops : []),
    group: (stop) => {
      const lies = (x, y, r) => (stop.x - x) ** 2 + (stop.y - y) ** 2 <= r * r;
      if (!drawn.area) return drawn.chart.areas.findIndex((one) => lies(one.x, one.y, one.r * 1.001));
      return drawn.area.companies.findIndex(([, x, y, r]) => lies(x, y, r));
    },
    say: (stop) => (stop.kind === "person" ? places.said(stop.row) : places.plain(stop.text, ", ") + ". Enter or a tap opens it."),
    point: (stop) => {
      const people = drawn.stops.filter((one) => one.kind === "person").length;
      const at = drawn.stops.indexOf(stop);
      return at < people ? [0, at] : [1, at - people];
    },
    choose,
    back: up,
    ground: (px, py) => chooseGround(px / drawn.view.unit + drawn.view.box[0], drawn.view.box[3] - py / drawn.view.unit),
  });

  const fields = Array.from(document.querySelectorAll("#map-fields button"));
  for (const button of fields) {
    button.addEventListener("click", () => {
      state.field = button.dataset.map;
      state.area = state.company = "";
      for (const one of fields) one.setAttribute("aria-pressed", String(one === button));
      for (const pane of document.querySelectorAll(".map-pane")) {
        pane.hidden = pane.dataset.field !== state.field;
        if (pane.hidden || !pane.dataset.title) continue;
        document.getElementById("map-title").textContent = pane.dataset.title;
        plot.setAttribute("aria-label", pane.dataset.title);
      }
      redraw();
    });
  }
  for (const button of document.querySelectorAll("[data-area]")) {
    button.addEventListener("click", () => {
      open(button.dataset.area, button.dataset.circle || "").then(() => document.getElementById("map-figure").scrollIntoView());
    });
  }
  whole.addEventListener("click", () => {
    if (state.company) open(state.area, "");
    else open("", "");
  });

  // From a row to the map: the person is walked to, in the opened area or company if they are not drawn on the whole.
  async function showPerson(row) {
    const person = (one) => one.kind === "person" && one.row === row;
    if (!drawn || (state.area && !drawn.stops.some(person))) await open("", "");
    if (!drawn.stops.some(person) && places.known(state.field)) {
      const all = window.netscoutPeople;
      const area = places.areaOf(state.field, row);
      await open(area.name, "");
      if (!drawn.stops.some(person)) await open(area.name, area.of ? all.cell(state.field, row) : all.cell("company", row));
    }
    plot.focus({ preventScroll: true });
    if (drawn.stops.some(person)) walker.find(person);
    else walker.tell(places.said(row) + "; not drawn on the map");
    document.getElementById("map-said").scrollIntoView({ block: "start", behavior: "instant" });
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-on-map]");
    if (button) showPerson(Number(button.dataset.onMap));
  });

  // In idle time, a little at a time: where everybody of a crowded map would stand.
  function prepare() {
    const wanted = Object.entries(maps).flatMap(([field, chart]) => (
      chart.figure.layout.meta.crowded && places.known(field) ? chart.areas.map((area) => [field, area]) : []
    ));
    const next = () => {
      const one = wanted.shift();
      if (!one) return;
      places.prepare(...one);
      shared.idle(next);
    };
    shared.idle(next);
  }
  document.addEventListener("netscout-redraw", () => { if (window.Plotly) drawMap(); });
  requestAnimationFrame(() => shared.idle(async () => {
    try {
      if (!drawn) await redraw();
    } finally {
      document.dispatchEvent(new CustomEvent("netscout-map"));
    }
    prepare();
  }));
})();
