"use strict";
// One-tap answers: kept in the browser under the workspace's id, people as ids, no name; saved as one JSON file.
(() => {
  const bar = document.getElementById("saved");
  if (!bar) return;
  const page = JSON.parse(document.getElementById("page-data").textContent);
  const store = "netscout-answers-" + page.workspace;
  const part = (name) => document.getElementById(name);
  const TAPS = [
    ["How well?", "label", [["close", "close"], ["know", "know"], ["met", "met once"], ["stranger", "stranger"]]],
    ["So far", "event", [["asked", "asked"], ["replied", "answered"], ["met", "talk done"]]],
    ["", "avoid", [["true", "not this person"]]],
  ];
  const doubts = page.sections.find((one) => one.id === "doubts");
  const SPOKEN = "[data-person], [data-doubt]";
  const FITS = [["match", "fits"], ["related", "close"], ["no", "no"]];
  let kept = true; // whether the browser keeps anything
  let saves = 0;
  let stamp = ""; // what tells a file from earlier ones where the browser does not keep how many there were
  let forgetting = false;
  let closed = false;
  let answers = new Map(); // what a button speaks of -> { said: the answer as it is saved, saved: whether it is in a file }

  function taps(row) {
    if (!("doubt" in row.dataset)) return TAPS;
    const jobs = doubts.lines[row.dataset.doubt].choices;
    const groups = jobs.length ? [["It is", "job", jobs.map((job) => [job, job])]] : [];
    return doubts.target ? [...groups, ["For " + doubts.target, "fit", FITS]] : groups;
  }
  function make(kind, where, text) {
    const made = document.createElement(kind);
    made.textContent = text;
    return where.appendChild(made);
  }
  for (const place of document.querySelectorAll(".taps")) {
    const whom = (place.getAttribute("aria-label") || "").replace("Your answers about ", "");
    for (const [name, field, values] of taps(place.closest(SPOKEN))) {
      const group = make("span", place, "");
      group.className = "tap-group";
      if (name) {
        group.setAttribute("role", "group");
        group.setAttribute("aria-label", name + " " + whom);
        make("span", group, name).className = "tap-name";
      }
      for (const [key, text] of values) {
        const button = make("button", group, text);
        button.setAttribute("type", "button");
        button.dataset.field = field;
        button.dataset.value = key;
      }
    }
  }

  // Whom or what a button speaks of: a person, a title, or a title for a target; and the one place such an answer has.
  function about(button) {
    const row = button.closest(SPOKEN);
    if (row.dataset.person) return { person: row.dataset.person };
    const title = doubts.lines[row.dataset.doubt].title;
    return button.dataset.field === "fit" ? { title, target: doubts.target } : { title };
  }
  const fieldOf = (said) => ["label", "event", "avoid", "job", "fit"].find((name) => name in said);
  const slot = (said) => JSON.stringify([said.person || 0, said.title || 0, said.target || 0, fieldOf(said), said.event || 0]);
  // The word of an answer, "" for one taken back; and the word that the workspace held when this page was made.
  const word = (said) => (said.undo || said.avoid === false ? "" : String(said[fieldOf(said)]));
  function stored(said) {
    const known = page.said[said.person] || {};
    if ("event" in said) return (known.events || {})[said.event] ? said.event : "";
    return "avoid" in said ? (known.avoid ? "true" : "") : (known.label && "label" in said ? known.label : "");
  }
  const day = (said) => ((page.said[said.person] || {}).events || {})[said.event] || "";

  // A saved answer that the page holds already needs no keeping: it was loaded, or a later word outranks it.
  function isKnown({ said, saved }) {
    const known = page.said[said.person] || {};
    if (!saved) return false;
    if (said.title) return !word(said) || !(doubts && doubts.lines.some((one) => one.title === said.title));
    if ("event" in said) return said.undo ? day(said) !== said.on : day(said) >= said.on;
    return word(said) === stored(said) || ("label" in said && (known.on || "") > said.on);
  }
  function read() {
    try {
      const found = JSON.parse(localStorage.getItem(store)) || {};
      saves = Number(found.saves) || 0;
      const sound = (found.answers || []).filter((one) => one && one.said && fieldOf(one.said) && !isKnown(one));
      return new Map(sound.map((one) => [slot(one.said), one]));
    } catch (fault) { return new Map(); }
  }
  function keep() {
    try {
      localStorage.setItem(store, JSON.stringify({ saves, answers: [...answers.values()] }));
      kept = true;
    } catch (fault) { kept = false; }
  }
  function today() {
    const now = new Date();
    const two = (value) => String(value).padStart(2, "0");
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }
  const count = (many) => (many === 1 ? "1 answer" : many + " answers");
  const unsaved = () => [...answers.values()].filter((one) => !one.saved).length;
  const fileName = () => "netscout-answers-" + page.today + "-" + page.workspace + (stamp || (saves > 1 ? "-" + saves : "")) + ".json";

  function status() {
    const open = unsaved();
    if (forgetting) return ["Forget " + count(answers.size) + " in this page? A file you saved stays as it is."];
    if (!open) return [count(answers.size) + " saved as " + fileName() + " in your download folder. Now give these two lines in a terminal, one after the other:"];
    const rest = answers.size - open;
    const safe = kept ? "This browser keeps them until you save." : "This browser will not keep them: save before you close the page.";
    return [count(open) + " not saved yet" + (rest ? ", " + rest + " saved" : "") + ".", " " + safe];
  }
  function show() {
    for (const button of document.querySelectorAll(".taps button")) {
      const said = { ...about(button), [button.dataset.field]: button.dataset.value };
      const held = answers.get(slot(said));
      button.setAttribute("aria-pressed", String((held ? word(held.said) : stored(said)) === button.dataset.value));
    }
    bar.hidden = !answers.size || (closed && !unsaved());
    const texts = answers.size ? status() : [];
    Array.from(part("saved-words").children).forEach((one, at) => {
      if (one.textContent !== (texts[at] || "")) one.textContent = texts[at] || "";
      one.className = at && kept ? "if-room" : "";
    });
    part("saved-next").hidden = forgetting || unsaved() > 0;
    part("saved-command").textContent = "netscout load ~/Downloads/" + fileName();
    part("save").hidden = forgetting || !unsaved();
    part("clear").textContent = forgetting ? "Yes, forget them" : "Forget them";
    part("stay").hidden = !forgetting && unsaved() > 0;
    part("stay").textContent = forgetting ? "Keep them" : "Close";
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest(".taps button");
    if (!button) return;
    const { field, value } = button.dataset;
    const asked = { ...about(button), [field]: value };
    const [place, before] = [slot(asked), stored(asked)];
    const held = answers.get(place);
    const pressed = (held ? word(held.said) : before) === value;
    const next = !pressed ? value : held && before !== value ? before : "";
    answers.delete(place);
    // An answer that is in a file may have been loaded: taking it back has to be said.
    if (next !== before || (held && held.saved)) {
      const said = { ...asked, on: today() };
      if (field === "avoid") said.avoid = next !== "";
      else if (next || field !== "event") said[field] = next;
      else Object.assign(said, { undo: true, on: held && !held.said.undo ? held.said.on : day(asked) });
      answers.set(place, { said, saved: false });
    }
    forgetting = closed = false;
    keep();
    show();
    // What was just tapped, and its row, stay in sight above the bar.
    const hidden = bar.hidden ? 0 : button.closest(".taps").getBoundingClientRect().bottom + 8 - bar.getBoundingClientRect().top;
    if (hidden > 0) window.scrollBy(0, hidden);
  });

  part("save").addEventListener("click", () => {
    saves += 1;
    stamp = kept ? "" : "-" + new Date().toTimeString().slice(0, 8).replaceAll(":", "");
    const file = {
      schema: 1, kind: "netscout-answers", workspace: page.workspace, owner: page.owner_id, saved_on: today(),
      answers: [...answers.values()].map((one) => one.said),
    };
    const link = document.createElement("a");
    const address = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1) + "\n"], { type: "application/json" }));
    link.setAttribute("href", address);
    link.setAttribute("download", fileName());
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    for (const one of answers.values()) one.saved = true;
    keep();
    show();
    part("saved-copy").focus();
  });
  part("clear").addEventListener("click", () => {
    if (forgetting) answers = new Map();
    forgetting = !forgetting;
    keep();
    show();
  });
  part("stay").addEventListener("click", () => {
    closed = !forgetting;
    forgetting = false;
    show();
    part(closed ? "main" : "clear").focus({ preventScroll: true });
  });
  window.addEventListener("storage", (event) => { if (event.key === store) { answers = read(); show(); } });
  window.addEventListener("beforeunload", (event) => { if (!kept && unsaved()) event.preventDefault(); });
  answers = read();
  show();
})();
