"use strict";
// Switches of the page: which target, which order, and the copying of a text.
(() => {
  const all = (query, root) => Array.from((root || document).querySelectorAll(query));
  document.documentElement.classList.add("js");

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
  for (const group of all("[data-order-of]")) {
    const list = document.getElementById(group.dataset.orderOf);
    const buttons = all("button", group);
    for (const button of buttons) {
      button.addEventListener("click", () => {
        press(buttons, button);
        const key = keys[button.dataset.order];
        all(".person", list).sort((one, other) => key(one) - key(other)).forEach((row) => list.appendChild(row));
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
    const words = button.textContent;
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.copy).textContent;
      let done = true;
      try { await navigator.clipboard.writeText(text); } catch (fault) { done = copyByHand(text); }
      button.textContent = done ? "Copied" : "Select the text and copy it by hand";
      setTimeout(() => { button.textContent = words; }, 2500);
    });
  }
})();
