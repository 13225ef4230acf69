"use strict";
// The link view: you, the people on the lists, where they work, what you are curious about.
(() => {
  const shared = window.netscoutCharts;
  const plot = document.getElementById("links-plot");
  if (!shared || !plot) return;
  const NODES = ["you", "connector", "practitioner", "organisation", "target"];
  const guesses = document.getElementById("guesses");
  let drawn = false;
  let stops = [];

  function drawLinks() {
    const figure = JSON.parse(JSON.stringify(shared.data.links));
    for (const trace of figure.data) {
      if (trace.meta.layer === "shared-employer") trace.visible = Boolean(guesses && guesses.checked);
      if (trace.opacity && shared.night()) trace.opacity = 1;
    }
    figure.layout.width = shared.room(plot);
    if (shared.printing()) figure.layout.height = Math.min(figure.layout.height, shared.paper * 1.2);
    shared.dress(figure);
    stops = figure.data.flatMap((trace, curve) => (NODES.includes(trace.meta.layer)
      ? trace.x.map((x, point) => ({
        kind: trace.meta.layer, x, y: trace.y[point], text: trace.hovertext[point], name: trace.hovertext[point], at: [curve, point], size: trace.marker.size,
        row: trace.customdata ? trace.customdata[point] : undefined,
      })) : []));
    if (plot.data) window.Plotly.purge(plot);
    window.Plotly.newPlot(plot, figure.data, figure.layout, shared.config);
    drawn = true;
    walker.drawn();
  }
  const walker = shared.walk(plot, {
    kind: "links",
    keys: "Arrow keys go from one to the next, Page Down and Page Up to the next column. Enter goes to a person's row. Escape leaves.",
    hint: "Point at a mark, tap it or walk to it with the arrow keys: its path is said here.",
    stops: () => stops,
    say: (stop) => window.netscoutPlaces.plain(stop.text),
    point: (stop) => stop.at,
    group: (stop) => stop.x,
    choose: (stop) => { if (stop.row !== undefined) shared.reach('.person[data-index="' + stop.row + '"]'); },
    back: () => false,
    ground: () => {},
  });
  const redraw = async () => { await shared.load(); drawLinks(); };
  if (guesses) guesses.addEventListener("change", redraw);
  document.addEventListener("netscout-redraw", () => { if (window.Plotly && (drawn || shared.printing())) drawLinks(); });
  document.addEventListener("netscout-map", () => shared.idle(() => { if (!drawn) redraw(); }), { once: true });
})();
