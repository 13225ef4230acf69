"use strict";
// Put into every frame before anything else: notes whatever runs, asks, opens or enters the page that should not.
(() => {
  const calls = (() => { try { return (window.top.netscoutCalls = window.top.netscoutCalls || []); } catch (fault) { return []; } })();
  const note = (what) => { if (calls.length < 200) calls.push(String(what).slice(0, 200)); };
  window.netscoutCanary = () => note("a payload ran");
  for (const name of ["alert", "confirm", "prompt", "open", "fetch", "print"]) window[name] = () => { note("called " + name); return null; };
  for (const name of ["XMLHttpRequest", "WebSocket", "EventSource", "Worker", "SharedWorker"]) {
    window[name] = function refused() { note("made a " + name); };
  }
  navigator.sendBeacon = () => note("called sendBeacon");
  document.addEventListener("securitypolicyviolation", (event) => note("policy: " + event.violatedDirective + " " + event.blockedURI));

  const known = KNOWN;
  const sets = { tags: new Set(known.tags), attributes: new Set(known.attributes) };
  const link = new RegExp("^(?:" + known.links + ")$");
  function judge(node) {
    if (node.nodeType !== 1) return;
    const tag = node.localName;
    if (!sets.tags.has(tag)) note("element " + tag + " in " + (node.parentElement && node.parentElement.localName));
    if (tag === "style" && node.parentElement !== document.head) note("element style in the body");
    for (const { name, value } of node.attributes) {
      if (!sets.attributes.has(name) && !/^(aria|data)-[a-z-]+$/.test(name)) note("attribute " + name + " of " + tag);
      if (/(?:^|:)href$/.test(name) && !link.test(value)) note("link " + value + " of " + tag);
      if (name === "target" && (tag !== "a" || value !== "_blank")) note("target " + value + " of " + tag);
      if (/url\((?!\s*["']?#)|expression\(|@import/i.test(value) && (name === "style" || (node.namespaceURI.endsWith("svg") && !/^(aria|data)-/.test(name)))) {
        note("style " + value + " of " + tag);
      }
    }
  }
  function walk(node) {
    judge(node);
    if (node.querySelectorAll) node.querySelectorAll("*").forEach(judge);
  }
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "attributes") judge(target);
      else addedNodes.forEach(walk);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });

  window.netscoutJudged = () => {
    walk(document.documentElement);
    for (const word of ["netscoutPolluted", "evil", "polluted"]) if (word in {}) note("every object got a " + word);
    return calls;
  };
  const bare = (text) => text.replace(/\s+/g, "");
  // Points at the marks of a drawing as the library does for a pointer; says what did not arrive as text.
  function point(plot, most, told) {
    const people = window.netscoutPeople;
    plot.data.forEach((trace, curveNumber) => {
      if (trace.hoverinfo === "skip" || trace.visible === false || trace.type !== "scatter" || !trace.x) return;
      const step = Math.max(1, Math.ceil(trace.x.length / most));
      for (let pointNumber = 0; pointNumber < trace.x.length; pointNumber += step) {
        window.Plotly.Fx.unhover(plot); // else the library waits between one mark and the next
        window.Plotly.Fx.hover(plot, [{ curveNumber, pointNumber }]);
        const layer = plot.querySelector(".hoverlayer");
        told.pointed += 1;
        if (layer.querySelector("a, image, foreignObject")) told.wrong.push("a mark's words hold markup");
        if (trace.meta && trace.meta.layer === "people" && people && trace.customdata) {
          const name = people.data.name[trace.customdata[pointNumber]];
          if (!bare(layer.textContent).startsWith(bare(name))) told.wrong.push("pointed at " + name + ", read " + layer.textContent.slice(0, 80));
        }
      }
    });
    window.Plotly.Fx.unhover(plot);
  }
  const soon = (time) => new Promise((done) => { setTimeout(done, time); });
  const isDrawn = (plot) => Boolean(plot.data && plot.querySelector(".main-svg"));
  // Lets everything be drawn and points at it, then at `most` marks of a kind in every field and area.
  window.netscoutLooked = async (most) => {
    const told = { pointed: 0, wrong: [] };
    const all = (query) => Array.from(document.querySelectorAll(query));
    all("details").forEach((one) => { one.open = true; });
    for (const plot of all(".plot").filter((one) => one.offsetParent)) {
      plot.scrollIntoView();
      for (let wait = 0; wait < 3000 && !isDrawn(plot); wait += 1) await soon(20);
      if (isDrawn(plot)) point(plot, Infinity, told);
      else told.wrong.push("not drawn: " + (plot.id || plot.dataset.figure));
    }
    const guesses = document.getElementById("guesses");
    if (guesses) guesses.click();
    const map = document.getElementById("map-plot");
    for (const field of all("#map-fields button")) {
      field.click();
      await soon(10);
      point(map, most, told);
      const areas = all("[data-area]").filter((one) => one.offsetParent);
      const step = Math.max(1, Math.ceil(areas.length / 12));
      for (const area of areas.filter((_, at) => at % step === 0)) {
        area.click();
        await soon(10);
        point(map, most, told);
      }
    }
    return told;
  };
})();
