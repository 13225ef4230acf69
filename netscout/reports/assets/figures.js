"use strict";
// The small charts: each is drawn when it comes near, the rest when the browser has time, all before paper.
(() => {
  const shared = window.netscoutCharts;
  const plots = Array.from(document.querySelectorAll("[data-figure]"));
  if (!shared || !plots.length) return;
  const drawn = new Set();

  function put(plot) {
    const room = shared.room(plot);
    if (!room) return near.observe(plot);
    const figure = JSON.parse(JSON.stringify(shared.data.small[plot.dataset.figure]));
    figure.layout.width = room;
    shared.dress(figure);
    if (plot.data) window.Plotly.purge(plot);
    window.Plotly.newPlot(plot, figure.data, figure.layout, shared.config);
    drawn.add(plot);
  }
  const near = new IntersectionObserver((seen) => {
    for (const one of seen) {
      if (!one.isIntersecting) continue;
      near.unobserve(one.target);
      shared.load().then(() => put(one.target));
    }
  }, { rootMargin: "800px" });
  for (const plot of plots) near.observe(plot);

  function rest() {
    const next = plots.find((one) => !drawn.has(one) && shared.room(one));
    if (!next) return;
    near.unobserve(next);
    put(next);
    shared.idle(rest);
  }
  document.addEventListener("netscout-map", () => shared.idle(rest), { once: true });

  document.addEventListener("netscout-redraw", () => {
    if (window.Plotly) for (const plot of shared.printing() ? plots : drawn) put(plot);
  });
})();
