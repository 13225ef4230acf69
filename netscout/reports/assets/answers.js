"use strict";
// One-tap answers: kept in the browser under the workspace's id, ids only; saved as one JSON file.
(() => {
  const bar = document.getElementById("saved");
  if (!bar) return;
  const page = JSON.parse(document.getElementById("page-data").textContent);
  const store = "netscout-answers-" + page.workspace;
  const words = document.getElementById("saved-words");
  const TAPS = [
    ["How well?", "label", [["close", "close"], ["know", "know"], ["met", "met once"], ["stranger", "stranger"]]],
    ["So far", "event", [["asked", "asked"], ["replied", "answered"], ["met", "talk done"]]],
    ["", "avoid", [["true", "not this person"]]],
  ];
  let answers = read();

  for (const place of document.querySelectorAll(".taps")) {
    for (const [name, field, values] of TAPS) {
      const group = document.createElement("span");
      group.className = "tap-group";
      if (name) {
        const word = document.createElement("span");
        word.className = "tap-name";
        word.textContent = name;
        group.appendChild(word);
      }
      for (const [key, text] of values) {
        const button = document.createElement("button");
        button.setAttribute("type", "button");
        button.dataset.field = field;
        button.dataset.value = key;
        button.textContent = text;
        group.appendChild(button);
      }
      place.appendChild(group);
    }
  }

  function read() {
    try {
      const found = JSON.parse(localStorage.getItem(store));
      return Array.isArray(found) ? found.filter((one) => one && typeof one.person === "string") : [];
    } catch (fault) { return []; }
  }
  function keep() {
    try { localStorage.setItem(store, JSON.stringify(answers)); } catch (fault) { /* kept until the page is closed */ }
  }
  function today() {
    const now = new Date();
    const two = (value) => String(value).padStart(2, "0");
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }
  const value = (button) => (button.dataset.field === "avoid" ? true : button.dataset.value);
  const same = (one, person, button) =>
    one.person === person && one[button.dataset.field] === value(button);

  function show() {
    for (const row of document.querySelectorAll(".person")) {
      for (const button of row.querySelectorAll(".taps button")) {
        const on = answers.some((one) => same(one, row.dataset.person, button));
        button.setAttribute("aria-pressed", String(on));
      }
    }
    bar.hidden = !answers.length;
    words.textContent = answers.length === 1 ? "1 answer is kept in this page." : answers.length + " answers are kept in this page.";
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest(".taps button");
    if (!button) return;
    const person = button.closest(".person").dataset.person;
    const field = button.dataset.field;
    const had = answers.some((one) => same(one, person, button));
    answers = answers.filter((one) => !(same(one, person, button) || (field === "label" && one.person === person && "label" in one)));
    if (!had) answers.push({ person, [field]: value(button), on: today() });
    keep();
    show();
  });

  document.getElementById("save").addEventListener("click", () => {
    const file = {
      schema: 1, kind: "netscout-answers", workspace: page.workspace, owner: page.owner_id, saved_on: today(), answers,
    };
    const link = document.createElement("a");
    const address = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1) + "\n"], { type: "application/json" }));
    link.setAttribute("href", address);
    link.setAttribute("download", "answers.json");
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    words.textContent = "Saved as answers.json in your download folder. Next: netscout load ~/Downloads/answers.json";
  });
  document.getElementById("clear").addEventListener("click", () => { answers = []; keep(); show(); });
  show();
})();
