"use strict";
// The long table: read from columns, searched, sorted and paged; every cell is set as text.
(() => {
  const block = document.getElementById("people-data");
  const body = document.getElementById("everyone-body");
  if (!block || !body) return;
  const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  const PAGE = 25;
  const data = JSON.parse(block.textContent);
  const page = JSON.parse(document.getElementById("page-data").textContent);
  const section = page.sections.find((one) => one.id === "everyone");
  const code = new Uint8Array(128);
  for (let place = 0; place < 64; place += 1) code[DIGITS.charCodeAt(place)] = place;

  const columns = {};
  for (const [name, one] of Object.entries(data.columns)) {
    const index = new Uint32Array(data.n);
    for (let row = 0, at = 0; row < data.n; row += 1) {
      let sum = 0;
      for (let letter = 0; letter < one.width; letter += 1, at += 1) sum = sum * 64 + code[one.codes.charCodeAt(at)];
      index[row] = sum;
    }
    columns[name] = { values: one.values, index };
  }
  const cell = (name, row) => columns[name].values[columns[name].index[row]];
  const address = (row) => {
    let slug = data.slug[row];
    if (!slug) return "";
    if (slug[0] === "*") slug = data.name[row].replace(/ /g, "-").toLowerCase() + slug.slice(1);
    return "https://www.linkedin.com/in/" + slug;
  };
  window.netscoutPeople = { data, columns, cell, words: section.words };

  const verdict = () => {
    const shown = document.querySelector('#targets button[aria-pressed="true"]');
    return "verdict " + (shown ? shown.dataset.show : 0);
  };
  const words = section.words;
  const HEADS = [
    ["name", "Name"], ["title", "Title"], ["company", "Company"], ["verdict", "Work"],
    ["strength", "Strength"], ["chance", "Chance"], ["connected", "Connected"],
  ].filter((one) => one[0] !== "verdict" || section.targets.length);
  const column = (key) => (key === "verdict" ? verdict() : key);
  const say = (key, value) => (value && words[key] && words[key][value]) || value;

  const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });
  const RANKS = {
    strength: ["close", "know", "warm", "cooling", "dormant", "met", "stranger", "unknown", ""],
    chance: ["likely", "may", "long shot", "not known", ""],
    verdict: ["match", "related", "no", "unknown", ""],
  };
  const orders = {};
  function order(key) {
    const name = column(key);
    if (orders[name]) return orders[name];
    const rows = Uint32Array.from({ length: data.n }, (_, row) => row);
    let places;
    if (key === "name") {
      places = new Uint32Array(data.n);
      Array.from(rows).sort((one, other) => collator.compare(data.name[one], data.name[other]) || one - other)
        .forEach((row, place) => { places[row] = place; });
    } else {
      const one = columns[name];
      const rank = new Uint32Array(one.values.length);
      const known = RANKS[key];
      one.values.map((value, place) => place)
        .sort((a, b) => {
          const left = one.values[a];
          const right = one.values[b];
          if (known) return known.indexOf(left) - known.indexOf(right);
          if (!left || !right) return Number(!left) - Number(!right);
          return collator.compare(left, right) || a - b;
        })
        .forEach((value, place) => { rank[value] = place; });
      places = Uint32Array.from(rows, (row) => rank[one.index[row]]);
    }
    orders[name] = rows.sort((one, other) => places[one] - places[other] || one - other);
    return orders[name];
  }

  let hay = null;
  function haystack() {
    if (!hay) {
      const fold = (text) => text.toLocaleLowerCase("en").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
      const titles = columns.title.values.map(fold);
      const companies = columns.company.values.map(fold);
      hay = data.name.map((name, row) =>
        fold(name) + "\n" + titles[columns.title.index[row]] + "\n" + companies[columns.company.index[row]]);
      hay.fold = fold;
    }
    return hay;
  }

  const find = document.getElementById("find");
  const filters = { strength: "find-strength", verdict: "find-verdict", family: "find-family" };
  const state = { key: "strength", down: false, from: 0, rows: [] };

  function filterTests() {
    const tests = [];
    for (const [key, id] of Object.entries(filters)) {
      const wanted = document.getElementById(id).value;
      const one = columns[column(key)];
      if (wanted && one) {
        const index = one.values.indexOf(wanted === "(blank)" ? "" : wanted);
        tests.push((row) => one.index[row] === index);
      }
    }
    return tests;
  }
  const leftOut = document.getElementById("find-left-out");
  function choose() {
    const text = find.value.trim();
    const tests = filterTests();
    if (text) {
      const straw = haystack();
      const pieces = straw.fold(text).split(/\s+/);
      tests.push((row) => pieces.every((piece) => straw[row].includes(piece)));
    }
    if (leftOut && leftOut.value) tests.push((row) => Boolean(cell("left out", row)) === (leftOut.value === "yes"));
    const sorted = order(state.key);
    state.rows = tests.length ? Array.from(sorted).filter((row) => tests.every((test) => test(row))) : sorted;
    state.from = 0;
    show();
  }
  function fill(row, line) {
    for (const [key] of HEADS) {
      const td = document.createElement("td");
      if (key === "name") {
        const link = address(row);
        const name = document.createElement(link ? "a" : "span");
        if (link) { name.setAttribute("href", link); name.setAttribute("rel", "noopener noreferrer"); }
        name.setAttribute("dir", "auto");
        name.textContent = data.name[row];
        td.appendChild(name);
        const reason = cell("left out", row);
        if (reason) {
          const small = document.createElement("small");
          small.setAttribute("dir", "auto");
          small.textContent = "Left out: " + reason;
          td.appendChild(small);
        }
      } else {
        td.setAttribute("dir", "auto");
        td.textContent = say(key, cell(column(key), row));
      }
      line.appendChild(td);
    }
  }
  function show() {
    const many = state.rows.length;
    const rows = document.createDocumentFragment();
    for (let place = state.from; place < Math.min(state.from + PAGE, many); place += 1) {
      const line = document.createElement("tr");
      fill(state.rows[state.down ? many - 1 - place : place], line);
      rows.appendChild(line);
    }
    body.replaceChildren(rows);
    const people = many === 1 ? "1 person" : many.toLocaleString("en") + " people";
    document.getElementById("found").textContent = many === data.n ? people : people + " of " + data.n.toLocaleString("en");
    const end = Math.min(state.from + PAGE, many);
    document.getElementById("page-words").textContent = many ? state.from + 1 + "–" + end + " of " + many.toLocaleString("en") : "Nobody fits. Take a word away.";
    document.getElementById("page-back").disabled = !state.from;
    document.getElementById("page-on").disabled = end >= many;
  }

  const head = document.getElementById("everyone-head");
  const mark = () => {
    for (const th of head.children) {
      if (th.dataset.key === state.key) th.setAttribute("aria-sort", state.down ? "descending" : "ascending");
      else th.removeAttribute("aria-sort");
      const arrow = th.dataset.key === state.key ? (state.down ? " ↓" : " ↑") : "";
      th.firstChild.textContent = th.dataset.words + arrow;
    }
  };
  for (const [key, text] of HEADS) {
    const th = document.createElement("th");
    th.setAttribute("scope", "col");
    th.dataset.key = key;
    th.dataset.words = text;
    const button = document.createElement("button");
    button.setAttribute("type", "button");
    button.addEventListener("click", () => {
      state.down = state.key === key ? !state.down : false;
      state.key = key;
      mark();
      choose();
    });
    th.appendChild(button);
    head.appendChild(th);
  }
  for (const [key, id] of Object.entries(filters)) {
    const select = document.getElementById(id);
    const one = columns[column(key)];
    if (!one) { select.parentElement.hidden = true; continue; }
    const known = RANKS[key];
    const values = one.values.slice().sort(known ? (a, b) => known.indexOf(a) - known.indexOf(b) : collator.compare);
    for (const value of values) {
      const option = document.createElement("option");
      option.setAttribute("value", value || "(blank)");
      option.textContent = say(key, value) || "not understood";
      select.appendChild(option);
    }
    select.addEventListener("change", choose);
  }
  if (leftOut) leftOut.addEventListener("change", choose);
  find.addEventListener("input", choose);
  document.addEventListener("netscout-target", choose);
  document.getElementById("page-back").addEventListener("click", () => { state.from = Math.max(0, state.from - PAGE); show(); });
  document.getElementById("page-on").addEventListener("click", () => { state.from += PAGE; show(); });
  mark();
  choose();
})();
