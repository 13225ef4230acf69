"use strict";
// Switches of the page: which target, which order, the copying of a text, and the contents that say where one is.
(() => {
  const all = (query, root) => Array.from((root || document).querySelectorAll(query));
  document.documentElement.classList.add("js");
  // What lies below the screen is laid out once all is read, so that the lists answer sooner.
  const laid = () => document.documentElement.classList.add("laid");
  if (location.hash) laid();
  else document.addEventListener("DOMContentLoaded", laid);

  const press = (buttons, chosen) => buttons.forEach((one) => one.setAttribute("aria-pressed", String(one === chosen)));

  const showTarget = (place) => {
    for (const pane of all(".pane")) pane.hidden = pane.dataset.target !== place;
    document.dispatchEvent(new CustomEvent("netscout-target", { detail: place }));
  };
  const targets = all("#targets button");
  if (targets.length) {
    for (const button of targets) {
      button.addEventListener("click", () => { press(targets, button); showTarget(button.dataset.show); });
    }
    showTarget(targets[0].dataset.show);
  }

  const STRENGTHS = ["close", "know", "warm", "cooling", "dormant", "met", "stranger", "unknown"];
  const keys = {
    rank: (row) => Number(row.dataset.rank),
    pure: (row) => Number(row.dataset.pure) || 1e9,
    strength: (row) => STRENGTHS.indexOf(row.dataset.strength) * 1e4 + Number(row.dataset.rank),
  };
  const SAID = {
    rank: "",
    pure: "Numbers: places by score alone, among everybody.",
    strength: "Numbers: places by strength, among those listed.",
  };
  const DOORS = " Those who may open a door to your target come first, whatever the score.";
  for (const group of all("[data-order-of]")) {
    const list = document.getElementById(group.dataset.orderOf);
    const buttons = all("button", group);
    for (const button of buttons) {
      button.addEventListener("click", () => {
        press(buttons, button);
        const key = keys[button.dataset.order];
        const rows = all(".person", list).sort((one, other) => key(one) - key(other));
        rows.forEach((row, place) => {
          list.appendChild(row);
          const shown = { rank: row.dataset.rank, pure: row.dataset.pure, strength: place + 1 };
          row.querySelector(".rank").lastElementChild.textContent = shown[button.dataset.order];
        });
        const doors = button.dataset.order === "pure" && group.dataset.orderOf.endsWith("connectors");
        group.querySelector("[role=status]").textContent = SAID[button.dataset.order] + (doors ? DOORS : "");
      });
    }
  }

  const copyByHand = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("readonly", "");
    document.body.appendChild(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };
  for (const button of all("[data-copy]")) {
    const said = button.firstChild;
    const words = said.textContent;
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.copy).textContent;
      let done = true;
      try { await navigator.clipboard.writeText(text); } catch (fault) { done = copyByHand(text); }
      said.textContent = done ? "Copied" : "Select the text and copy it by hand";
      setTimeout(() => { said.textContent = words; }, 2500);
    });
  }

  // What can be scrolled sideways can be reached by keyboard, and only that.
  const measure = new ResizeObserver((changes) => {
    for (const { target } of changes) {
      if (target.scrollWidth > target.clientWidth + 1) {
        target.setAttribute("tabindex", "0");
        target.setAttribute("role", "group");
        target.setAttribute("aria-label", "Scrolls sideways");
      } else for (const name of ["tabindex", "role", "aria-label"]) target.removeAttribute(name);
    }
  });
  all(".scroll").forEach((one) => measure.observe(one));

  // A link to a row that is folded, or of the other target, opens the way to it.
  const openTo = () => {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch (fault) { return; }
    const goal = name && document.getElementById(name);
    if (!goal) return;
    const pane = goal.closest(".pane");
    const button = pane && pane.hidden && targets.find((one) => one.dataset.show === pane.dataset.target);
    if (button) button.click();
    const fold = goal.querySelector(":scope > details.more");
    if (fold) fold.open = true;
    goal.scrollIntoView();
  };
  window.addEventListener("hashchange", openTo);
  openTo();

  const contents = document.getElementById("contents");
  if (!contents) return;
  const wide = window.matchMedia("(min-width: 74rem)");
  const here = document.getElementById("here");
  const links = all("a", contents);
  const sections = links.map((one) => document.getElementById(one.getAttribute("href").slice(1)));
  const fit = () => { contents.open = wide.matches; };
  wide.addEventListener("change", fit);
  fit();
  const close = () => { if (!wide.matches) contents.open = false; };
  contents.addEventListener("click", (event) => { if (event.target.closest("a")) close(); });
  contents.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || wide.matches || !contents.open) return;
    close();
    contents.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => { if (!contents.contains(event.target)) close(); });
  const seen = new Set();
  const mark = () => {
    const at = sections.findIndex((one) => seen.has(one));
    if (at < 0) return;
    links.forEach((one, place) => {
      if (place === at) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    });
    here.textContent = links[at].textContent;
  };
  const watch = new IntersectionObserver((changes) => {
    for (const one of changes) seen[one.isIntersecting ? "add" : "delete"](one.target);
    mark();
  }, { rootMargin: "-12% 0px -60% 0px" });
  sections.forEach((one) => watch.observe(one));
})();
