"use strict";
// One-tap answers: kept in the browser under the workspace's id, people as ids, no name; saved as one JSON file.
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
  const doubts = page.sections.find((one) => one.id === "doubts");
  const FITS = [["match", "fits"], ["related", "close"], ["no", "no"]];
  const ONE_OF = ["label", "job", "fit"];
  let answers = read();

  function taps(place) {
    const row = place.closest(".doubt");
    if (!row) return TAPS;
    const jobs = doubts.lines[row.dataset.doubt].choices;
    const groups = jobs.length ? [["It is", "job", jobs.map((job) => [job, job])]] : [];
    return doubts.target ? [...groups, ["For " + doubts.target, "fit", FITS]] : groups;
  }
  for (const place of document.querySelectorAll(".taps")) {
    for (const [name, field, values] of taps(place)) {
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
      return Array.isArray(found) ? found.filter((one) => one && typeof (one.person || one.title) === "string") : [];
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
  // Whom or what a button speaks of: a person, a title, or a title for a target.
  function about(button) {
    const row = button.closest(".person, .doubt");
    if (row.dataset.person) return { person: row.dataset.person };
    const title = doubts.lines[row.dataset.doubt].title;
    return button.dataset.field === "fit" ? { title, target: doubts.target } : { title };
  }
  const speaks = (one, what, field) =>
    field in one && one.person === what.person && one.title === what.title && one.target === what.target;
  const same = (one, what, button) => speaks(one, what, button.dataset.field) && one[button.dataset.field] === value(button);

  function show() {
    for (const button of document.querySelectorAll(".taps button")) {
      const what = about(button);
      button.setAttribute("aria-pressed", String(answers.some((one) => same(one, what, button))));
    }
    bar.hidden = !answers.length;
    words.textContent = answers.length === 1 ? "1 answer is kept in this page." : answers.length + " answers are kept in this page.";
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest(".taps button");
    if (!button) return;
    const what = about(button);
    const field = button.dataset.field;
    const had = answers.some((one) => same(one, what, button));
    answers = answers.filter((one) => !(same(one, what, button) || (ONE_OF.includes(field) && speaks(one, what, field))));
    if (!had) answers.push({ ...what, [field]: value(button), on: today() });
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
