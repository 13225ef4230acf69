"use strict";
// Walking over a drawing: arrow keys from mark to mark, one tap to hear who it is, what is marked said in a line above it.
(() => {
  const shared = window.netscoutCharts;
  if (!shared) return;
  const SVG = "http://www.w3.org/2000/svg";
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const NEXT = "a[href], button, summary, input, select, textarea, [tabindex='0']";

  function lines(plot, given) {
    const said = document.createElement("p");
    said.setAttribute("class", "small said needs-script");
    said.setAttribute("id", given.kind + "-said");
    said.setAttribute("role", "status");
    said.textContent = given.hint;
    plot.parentElement.before(said);
    const keys = document.createElement("p");
    keys.setAttribute("class", "unseen");
    keys.setAttribute("id", given.kind + "-keys");
    keys.textContent = given.keys;
    plot.parentElement.before(keys);
    plot.setAttribute("role", "application");
    plot.setAttribute("aria-roledescription", given.kind);
    plot.setAttribute("aria-describedby", keys.id);
    plot.setAttribute("tabindex", "0");
    return said;
  }

  // `given`: kind, keys and hint in words; stops() in order, say(stop) in words, point(stop) as the library counts, group(stop), choose(stop),
  // back() when something opened was left, ground(x, y) for a choice beside all marks.
  function walk(plot, given) {
    const said = lines(plot, given);
    let at = null;
    let mark = null;
    const axes = () => plot._fullLayout;
    const place = (stop) => [axes().xaxis.c2p(stop.x), axes().yaxis.c2p(stop.y)];

    function unmark() {
      if (mark) mark.remove();
      mark = null;
    }
    function forget() {
      unmark();
      at = null;
      if (plot.data) window.Plotly.Fx.unhover(plot);
    }
    function show(stop) {
      unmark();
      at = stop;
      said.textContent = given.say(stop);
      const ring = stop.ring;
      const [x, y] = place(ring || stop);
      const r = ring ? place({ x: ring.x + ring.r, y: 0 })[0] - x : (stop.size || 12) / 2 + 6;
      mark = document.createElementNS(SVG, "g");
      mark.setAttribute("class", "walked");
      for (const [wide, colour] of [[7, "#FBF9F4"], [3, "#22272B"]]) {
        const circle = document.createElementNS(SVG, "circle");
        const looks = { cx: x, cy: y, r, fill: "none", stroke: shared.tint(colour), "stroke-width": wide };
        for (const [key, value] of Object.entries(looks)) circle.setAttribute(key, value);
        mark.appendChild(circle);
      }
      plot.querySelector(".cartesianlayer .scatterlayer").parentNode.appendChild(mark);
      const [curveNumber, pointNumber] = given.point(stop);
      window.Plotly.Fx.hover(plot, [{ curveNumber, pointNumber }]);
    }
    function go(stop) {
      if (!stop) return false;
      show(stop);
      mark.scrollIntoView({ block: "nearest", inline: "nearest" });
      return true;
    }
    // The nearest mark in a direction: those well inside the cone first, else any on that side.
    function beyond([ux, uy]) {
      const [x, y] = place(at);
      let best = null;
      let least = Infinity;
      for (const stop of given.stops()) {
        const [sx, sy] = place(stop);
        const along = (sx - x) * ux + (sy - y) * uy;
        const across = Math.abs((sx - x) * uy - (sy - y) * ux);
        if (along <= 0.5) continue;
        const cost = along + 2 * across + (across > 1.2 * along ? 1e5 : 0);
        if (cost < least) { least = cost; best = stop; }
      }
      return best || at;
    }
    function neighbour(step) {
      const stops = given.stops();
      const groups = stops.map(given.group);
      const order = Array.from(new Set(groups));
      const next = (order.indexOf(given.group(at)) + step + order.length) % order.length;
      return stops[groups.indexOf(order[next])];
    }
    const first = () => given.stops().find((one) => one.listed) || given.stops()[0];
    function leave() {
      const figure = plot.closest("figure");
      const next = Array.from(document.querySelectorAll(NEXT)).find((one) => (
        !figure.contains(one) && figure.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING && one.getClientRects().length && !one.disabled
      ));
      if (next) next.focus();
      else plot.blur();
    }
    plot.addEventListener("focus", () => { if (!at && plot.data && plot.matches(":focus-visible")) go(first()); });
    plot.addEventListener("blur", forget);
    plot.addEventListener("keydown", (event) => {
      if (!plot.data || event.ctrlKey || event.altKey || event.metaKey || event.target !== plot) return;
      const stops = given.stops();
      const acts = {
        Escape: () => { if (!given.back()) leave(); },
        PageDown: () => go(neighbour(1)),
        PageUp: () => go(neighbour(-1)),
        Home: () => go(stops[0]),
        End: () => go(stops[stops.length - 1]),
        Enter: () => given.choose(at),
      };
      const act = ARROWS[event.key] ? () => go(beyond(ARROWS[event.key])) : acts[event.key];
      if (!act) return;
      if (at || ["Escape", "Home", "End"].includes(event.key)) act();
      else go(first());
      event.preventDefault();
    });

    // A tap: what is under it is named; by mouse it is chosen at once, by finger with the second tap.
    function tapped(event, finger) {
      const box = plot.getBoundingClientRect();
      const x = event.clientX - box.left - axes().xaxis._offset;
      const y = event.clientY - box.top - axes().yaxis._offset;
      let best = null;
      let least = Infinity;
      for (const stop of given.stops()) {
        const [sx, sy] = place(stop);
        const far = Math.hypot(sx - x, sy - y);
        if (far < least && far <= Math.max((stop.size || 12) / 2 + 2, finger ? 16 : 6)) { least = far; best = stop; }
      }
      if (!best) { forget(); given.ground(x, y); } else if (finger && best !== at) show(best);
      else given.choose(best);
    }
    let down = null;
    plot.addEventListener("pointerdown", (event) => { down = event.isPrimary && event.button === 0 ? event : null; }, true);
    window.addEventListener("pointercancel", () => { down = null; }, true);
    // By mouse the choice is made when the button goes up: the library lays a cover over the page until then. By finger it
    // waits for the click, which would else fall on what the page scrolled to.
    const lifted = (event) => {
      const start = down;
      if (!start || !event.isTrusted || (event.type === "pointerup") !== (start.pointerType === "mouse")) return;
      down = null;
      if (plot.data && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) <= 6) tapped(event, start.pointerType !== "mouse");
    };
    window.addEventListener("pointerup", lifted, true);
    window.addEventListener("click", lifted, true);

    return {
      // To be called after each drawing: the mark went with the old one.
      drawn() {
        mark = null;
        plot.querySelector(".svg-container").setAttribute("aria-hidden", "true");
        const same = at && given.stops().find((one) => one.kind === at.kind && one.row === at.row && one.name === at.name);
        if (same && document.activeElement === plot) show(same);
        else at = null;
      },
      find: (test) => go(given.stops().find(test) || given.stops()[0]),
      tell: (text) => { said.textContent = text; },
    };
  }

  // To a row of the lists, if there is one: its target is shown, what folds it away is opened, its first control has the focus.
  function reach(query) {
    const rows = Array.from(document.querySelectorAll(query));
    const row = rows.find((one) => one.getClientRects().length) || rows[0];
    if (!row) return false;
    const pane = row.closest(".pane");
    const button = pane && document.querySelector('#targets button[data-show="' + pane.dataset.target + '"]');
    if (button && pane.hidden) button.click();
    for (let fold = row.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    row.scrollIntoView();
    const control = row.querySelector("a, button, summary");
    if (control) control.focus({ preventScroll: true });
    return true;
  }
  Object.assign(shared, { walk, reach });
})();
