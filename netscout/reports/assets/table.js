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
  const words = section.words;
  const code = new Uint8Array(128);
  for (let place = 0; place < 64; place += 1) code[DIGITS.charCodeAt(place)] = place;

  // A cell is read where it stands; the numbers of a whole column are written out once, when something asks for all.
  const columns = data.columns;
  const wholes = {};
  function place(column, row) {
    let sum = 0;
    for (let at = row * column.width, end = at + column.width; at < end; at += 1) sum = sum * 64 + code[column.codes.charCodeAt(at)];
    return sum;
  }
  function whole(name) {
    if (!wholes[name]) {
      wholes[name] = new Uint32Array(data.n);
      for (let row = 0; row < data.n; row += 1) wholes[name][row] = place(columns[name], row);
    }
    return wholes[name];
  }
  const cell = (name, row) => columns[name].values[place(columns[name], row)];
  const address = (row) => {
    let slug = data.slug[row];
    if (!slug) return "";
    if (slug[0] === "*") slug = data.name[row].replace(/ /g, "-").toLowerCase() + slug.slice(1);
    return "https://www.linkedin.com/in/" + slug;
  };

  const verdict = () => {
    const shown = document.querySelector('#targets button[aria-pressed="true"]');
    return "verdict " + (shown ? shown.dataset.show : 0);
  };
  const onMap = Boolean(document.getElementById("map-plot"));
  const HEADS = [
    ["name", "Name"], ["title", "Title"], ["company", "Company"], ["verdict", "Work"],
    ["strength", "Strength"], ["chance", "Chance"], ["connected", "Connected"],
  ].filter((one) => one[0] !== "verdict" || section.targets.length);
  const column = (key) => (key === "verdict" ? verdict() : key);
  const say = (key, value) => (value && words[key] && words[key][value]) || value;
  const figure = (many) => String(many).replace(/\B(?=(\d{3})+$)/g, ",");
  const RANKS = {
    strength: ["close", "know", "warm", "cooling", "dormant", "met", "stranger", "unknown", ""],
    chance: ["likely", "may", "long shot", "not known", ""],
    verdict: ["match", "related", "no", "unknown", ""],
  };

  // Plain letters stand in the order of their codes, as the collator has them; it is asked for all others only.
  let collator = null;
  function collate(one, other) {
    collator = collator || new Intl.Collator("en", { sensitivity: "base", numeric: true });
    return collator.compare(one, other);
  }
  const PLAIN = /^[a-z ]*$/i;
  function ranks(values, known) {
    const keys = values.map((value) => (PLAIN.test(value) ? value.toLowerCase() : ""));
    const order = Uint32Array.from(values, (_, at) => at);
    order.sort((one, other) => {
      const left = values[one];
      const right = values[other];
      if (known) return known.indexOf(left) - known.indexOf(right) || one - other;
      if (!left || !right) return Number(!left) - Number(!right) || one - other;
      if (keys[one] && keys[other]) return keys[one] < keys[other] ? -1 : keys[one] > keys[other] ? 1 : one - other;
      return collate(left, right) || one - other;
    });
    const found = new Uint32Array(values.length);
    let rank = -1;
    order.forEach((at, spot) => {
      const same = spot && !known && (keys[at] ? keys[at] === keys[order[spot - 1]] : values[at] === values[order[spot - 1]]);
      found[at] = same ? rank : (rank += 1);
    });
    return found;
  }
  const orders = {};
  function order(key) {
    const name = column(key);
    if (orders[name]) return orders[name];
    const of = key === "name" ? ranks(data.name) : ranks(columns[name].values, RANKS[key]);
    const spot = key === "name" ? of : whole(name).map((at) => of[at]);
    const starts = new Uint32Array(of.length + 1);
    for (let row = 0; row < data.n; row += 1) starts[spot[row] + 1] += 1;
    for (let at = 0; at < of.length; at += 1) starts[at + 1] += starts[at];
    orders[name] = new Uint32Array(data.n);
    for (let row = 0; row < data.n; row += 1) orders[name][starts[spot[row]]++] = row;
    return orders[name];
  }

  // What is searched: letters and digits without case and accents, as the terminal folds them (model/letters.py).
  const LETTERS = { ß: "ss", ς: "σ", ı: "i", ł: "l", ø: "o", æ: "ae", œ: "oe", đ: "d", ð: "d", þ: "th", ħ: "h", ŧ: "t" };
  const ODD = new RegExp("[" + Object.keys(LETTERS).join("") + "]", "g");
  function fold(text) {
    const bare = text.normalize("NFKD").toLowerCase().replace(/\p{M}+/gu, "");
    return bare.replace(ODD, (one) => LETTERS[one]).replace(/[^\p{L}\p{N}\n ]/gu, " ");
  }
  let straw = null;
  function haystack() {
    if (!straw) {
      const all = (values) => {
        const folded = fold(values.join("\n")).split("\n");
        return folded.length === values.length ? folded : values.map(fold);
      };
      straw = { name: all(data.name), title: all(columns.title.values), company: all(columns.company.values), written: all(columns.written.values) };
    }
    return straw;
  }
  function holds(piece) {
    const { name, title, company, written } = haystack();
    const titles = title.map((one) => one.includes(piece));
    const companies = company.map((one) => one.includes(piece));
    const others = written.map((one) => one.includes(piece));
    const [ofTitle, ofCompany, ofWritten] = ["title", "company", "written"].map(whole);
    return (row) => titles[ofTitle[row]] || companies[ofCompany[row]] || others[ofWritten[row]] || name[row].includes(piece);
  }

  const find = document.getElementById("find");
  const found = document.getElementById("found");
  const back = document.getElementById("page-back");
  const on = document.getElementById("page-on");
  const leftOut = document.getElementById("find-left-out");
  const filters = { strength: "find-strength", verdict: "find-verdict", family: "find-family" };
  const state = { key: "strength", down: false, from: 0, rows: [], here: -1 };

  function tests() {
    const wanted = fold(find.value).split(/\s+/).filter(Boolean).map(holds);
    for (const [key, id] of Object.entries(filters)) {
      const value = document.getElementById(id).value;
      const name = column(key);
      if (!value || !columns[name]) continue;
      const at = columns[name].values.indexOf(value === "(blank)" ? "" : value);
      const index = whole(name);
      wanted.push((row) => index[row] === at);
    }
    if (leftOut && leftOut.value) wanted.push((row) => Boolean(cell("left out", row)) === (leftOut.value === "yes"));
    return wanted;
  }
  function choose() {
    const wanted = tests();
    const sorted = order(state.key);
    state.rows = wanted.length ? sorted.filter((row) => wanted.every((test) => test(row))) : sorted;
    state.from = 0;
    state.here = -1;
    show();
  }
  function spot(row) {
    const button = document.createElement("button");
    button.setAttribute("type", "button");
    button.setAttribute("class", "on-map");
    button.setAttribute("data-on-map", row);
    button.setAttribute("aria-label", "map: " + data.name[row]);
    button.textContent = "map";
    return button;
  }
  // The rows of the shown lists on which somebody stands, as links: "practitioner 14".
  const listed = new Map();
  for (const group of page.sections.find((one) => one.id === "whom").groups) {
    for (const list of group.lists) {
      for (const row of list.rows) {
        if (!listed.has(row.index)) listed.set(row.index, []);
        const kind = list.list === "connectors" ? "connector " : section.targets.length ? "practitioner " : "place ";
        listed.get(row.index).push([group.target, "#row-" + list.key + "-" + row.rank, kind + row.rank]);
      }
    }
  }
  function onLists(row) {
    const target = Number(verdict().slice(8));
    return (listed.get(row) || []).filter((one) => one[0] === target).map(([, href, text]) => {
      const link = document.createElement("a");
      link.setAttribute("href", href);
      link.setAttribute("class", "on-list");
      link.textContent = text;
      return link;
    });
  }
  function named(row) {
    const td = document.createElement("td");
    const link = address(row);
    const name = document.createElement(link ? "a" : "span");
    if (link) for (const [key, value] of [["href", link], ["target", "_blank"], ["rel", "noopener noreferrer"]]) name.setAttribute(key, value);
    name.setAttribute("dir", "auto");
    name.textContent = data.name[row];
    td.appendChild(name);
    for (const one of onLists(row)) td.append(" ", one);
    if (onMap) td.append(" ", spot(row));
    const reason = cell("left out", row);
    if (reason) {
      const small = document.createElement("small");
      small.setAttribute("dir", "auto");
      small.textContent = "Left out: " + reason;
      td.appendChild(small);
    }
    return td;
  }
  function fill(row) {
    const line = document.createElement("tr");
    if (row === state.here) line.setAttribute("class", "here");
    for (const [key] of HEADS) {
      if (key === "name") { line.appendChild(named(row)); continue; }
      const td = document.createElement("td");
      td.setAttribute("dir", "auto");
      if (RANKS[key] || key === "connected") td.setAttribute("data-name", key === "verdict" ? "work" : key);
      td.textContent = say(key, cell(column(key), row));
      line.appendChild(td);
    }
    return line;
  }
  function show() {
    const many = state.rows.length;
    const end = Math.min(state.from + PAGE, many);
    const rows = document.createDocumentFragment();
    for (let at = state.from; at < end; at += 1) rows.appendChild(fill(state.rows[state.down ? many - 1 - at : at]));
    body.replaceChildren(rows);
    const people = many === 1 ? "1 person" : figure(many) + " people";
    found.textContent = many === data.n ? people : people + " of " + figure(data.n) + (many ? "" : ": take a word or a filter away");
    document.getElementById("page-words").textContent = many ? figure(state.from + 1) + "–" + figure(end) + " of " + figure(many) : "";
    // A button that can do no more hands the focus on, so that it is not lost.
    const held = document.activeElement;
    back.disabled = !state.from;
    on.disabled = end >= many;
    if (held === back && back.disabled) on.focus();
    if (held === on && on.disabled) back.focus();
  }
  // Brings somebody to the eye: what hides the row is taken away, its page is turned to, its name is focused.
  function everybody(left) {
    find.value = "";
    for (const id of Object.values(filters)) document.getElementById(id).value = "";
    if (leftOut) leftOut.value = left;
    choose();
  }
  function reveal(row) {
    if (!state.rows.includes(row)) everybody("");
    const at = state.rows.indexOf(row);
    if (at < 0) return;
    const spotted = state.down ? state.rows.length - 1 - at : at;
    state.from = spotted - (spotted % PAGE);
    state.here = row;
    show();
    const name = body.querySelector("tr.here td").firstChild;
    if (!name.hasAttribute("href")) name.setAttribute("tabindex", "-1");
    name.focus({ preventScroll: true });
    name.scrollIntoView({ block: "center" });
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("[data-reveal], #left-out a");
    if (!link) return;
    if (!link.dataset.reveal) {
      everybody("yes");
      return;
    }
    event.preventDefault();
    reveal(Number(link.dataset.reveal));
  });
  window.netscoutPeople = { data, columns, cell, words, reveal, fold };

  const head = document.getElementById("everyone-head");
  function mark() {
    for (const th of head.children) {
      const here = th.dataset.key === state.key;
      if (here) th.setAttribute("aria-sort", state.down ? "descending" : "ascending");
      else th.removeAttribute("aria-sort");
      th.firstChild.textContent = th.dataset.words + (here ? (state.down ? " ↓" : " ↑") : "");
    }
  }
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
  const plainly = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
  for (const [key, id] of Object.entries(filters)) {
    const select = document.getElementById(id);
    const those = Object.keys(columns).filter((name) => (key === "verdict" ? name.startsWith("verdict ") : name === key));
    if (!those.length) { select.parentElement.hidden = true; continue; }
    const known = RANKS[key];
    const values = Array.from(new Set(those.flatMap((name) => columns[name].values)));
    values.sort(known ? (one, other) => known.indexOf(one) - known.indexOf(other) : plainly);
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
  back.addEventListener("click", () => { state.from = Math.max(0, state.from - PAGE); show(); });
  on.addEventListener("click", () => { state.from += PAGE; show(); });
  mark();
  choose();

  // Once the map is drawn and nothing else waits, what the first search and the first sortings need, one after another.
  const idle = window.requestIdleCallback || ((act) => setTimeout(act, 200));
  const waiting = [haystack, ...["name", "company", "title"].map((key) => () => order(key))];
  const ready = () => {
    const next = waiting.shift();
    if (next) idle(() => { next(); ready(); });
  };
  if (onMap) document.addEventListener("netscout-map", ready, { once: true });
  else ready();
})();
