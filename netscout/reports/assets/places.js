"use strict";
// Where the people of the map lie once an area is opened, and what is said of each; circles are filled as by packing.py.
(() => {
  const shared = window.netscoutCharts;
  if (!shared) return;
  const MOST = 3000;
  const CORE = 0.56;
  const RIM = 0.62;
  const ROW = 0.8660254037844386;
  const LINE = 13.5;
  const TURN = [-0.7373688780783197, 0.6754902942615238];
  const STRENGTHS = ["close", "warm", "cooling", "dormant", "unknown"];

  const people = () => window.netscoutPeople;
  const escape = (text) => (/[&<>]/.test(text) ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;") : text);
  const plain = (text, joint) => text.replace(/<br>/g, joint || " ").replace(/<\/?b>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
  const count = (many) => (many === 1 ? "1 person" : many.toLocaleString("en") + " people");

  // The same words as `person_words` in figure_map.py, made here where the columns of everybody are in the page.
  function wrap(text) {
    if (text.length < 56) return text;
    const lines = [];
    let line = "";
    for (const piece of text.split(" ")) {
      if (line && line.length + piece.length >= 56) { lines.push(line); line = piece; } else line = (line + " " + piece).trim();
    }
    return lines.concat(line).slice(0, 4).join("<br>");
  }
  // The same words as `role` in text.py.
  const role = (title, company) => (title && company && !title.toLowerCase().includes(company.toLowerCase()) ? title + " at " + company : title || company);
  // Name, role, strength and chance, whether on the shortlist; "" for what is not known.
  function parts(row) {
    const all = people();
    const words = all.words.hover;
    const strength = words.strength[all.cell("strength", row)] || all.cell("strength", row);
    const chance = words.chance[all.cell("chance", row)] || all.cell("chance", row);
    return [
      all.data.name[row], role(all.cell("title", row), all.cell("company", row)),
      chance ? strength + "; " + chance : strength, all.data.listed[row] ? "on the shortlist" : "",
    ];
  }
  function hover(row) {
    if (!people()) return shared.data.hover[row];
    const [name, role, state, listed] = parts(row);
    return "<b>" + escape(name) + "</b>" + (role ? "<br>" + wrap(escape(role)) : "") + "<br>" + escape(state) + (listed ? "<br>" + listed : "");
  }
  const said = (row) => (people() ? parts(row).filter(Boolean).join("; ") : plain(shared.data.hover[row], "; "));

  // The area of a person: small fields share one, in which a circle stands for each of them.
  const valueOf = (field, row) => people().cell(field, row) || "Not understood";
  const owners = {};
  function areaOf(field, row) {
    owners[field] = owners[field] || new Map(shared.data.maps[field].areas.flatMap((area) => (area.of || [area.name]).map((one) => [one, area])));
    return owners[field].get(valueOf(field, row));
  }
  // Everybody by area and company, made once for a field: 30,000 rows are not walked again for each opening.
  const indexes = {};
  function index(field) {
    if (!indexes[field]) {
      const all = people();
      const areas = new Map();
      for (let row = 0; row < all.data.n; row += 1) {
        const area = areaOf(field, row);
        let groups = areas.get(area.name);
        if (!groups) areas.set(area.name, groups = new Map());
        const circle = area.of ? valueOf(field, row) : all.cell("company", row);
        const rows = groups.get(circle);
        if (rows) rows.push(row);
        else groups.set(circle, [row]);
      }
      indexes[field] = areas;
    }
    return indexes[field];
  }
  const known = (field) => Boolean(people() && people().columns[field]);
  // The order of places from the middle of a circle outwards: the shortlist, then strength, then name; the first `most`.
  const names = [];
  const small = (row) => (names[row] = names[row] || people().data.name[row].toLowerCase());
  function inOrder(rows, most) {
    const all = people();
    const groups = [[], ...STRENGTHS.map(() => []), []];
    for (const row of rows) {
      const at = STRENGTHS.indexOf(all.cell("strength", row));
      groups[all.data.listed[row] ? 0 : at < 0 ? STRENGTHS.length + 1 : at + 1].push(row);
    }
    const found = [];
    for (const group of groups) {
      if (found.length >= most) break;
      group.sort((one, other) => (small(one) < small(other) ? -1 : small(one) > small(other) ? 1 : one - other));
      found.push(...group);
    }
    return found.slice(0, most);
  }

  function short(text, most) {
    const letters = Array.from(text);
    return letters.length <= most ? text : letters.slice(0, most - 1).join("").trimEnd() + "…";
  }
  function fold(name) {
    let best = 0;
    for (let at = name.indexOf(" "); at > 0; at = name.indexOf(" ", at + 1)) {
      const worst = (cut) => Math.max(cut, name.length - cut - 1);
      if (!best || worst(at) < worst(best)) best = at;
    }
    return name.length <= 10 || !best ? [short(name, 18)] : [short(name.slice(0, best), 18), short(name.slice(best + 1), 18)];
  }

  // A sunflower (Vogel 1979) that fills its circle, parted in the middle for the company's name where the name fits; `size`
  // is a dot in pixels, `all` how many the circle has room for.
  function spiral([name, cx, cy, r, all], many, unit, size, measure) {
    const core = CORE * r / (CORE * Math.sqrt(all) + RIM);
    const far = core * Math.sqrt(Math.max(all - 0.5, 0));
    const lines = fold(name);
    const half = (lines.length * LINE + size) / 2 + 3;
    const scale = all > 1 ? Math.min(1, (r * unit - 1.5 - half - size / 2) / (far * unit)) : 1;
    const chord = 2 * Math.sqrt(Math.max((r * unit - 2) ** 2 - (lines.length * LINE / 2) ** 2, 0)) - 4;
    const fits = scale > 0 && r * unit > half + size && (all < 2 || scale * core / CORE * unit * 0.95 >= size) && Math.max(...lines.map(measure)) <= chord;
    const lane = fits ? half / unit : 0;
    const spots = [];
    let [cosine, sine] = [1, 0];
    for (let place = 0; place < many; place += 1) {
      const away = all > 1 ? core * Math.sqrt(place + 0.5) * (fits ? scale : 1) : 0;
      const up = away * sine;
      spots.push([cx + away * cosine, cy + up + (up >= 0 ? lane : -lane)]);
      [cosine, sine] = [cosine * TURN[0] - sine * TURN[1], sine * TURN[0] + cosine * TURN[1]];
    }
    return { spots, lines: fits ? lines : null };
  }
  // So many places outside the circles, from the middle outwards: as far apart as there is room.
  function free(area, many, step) {
    const spots = [];
    const reach = Math.ceil(area.r / ROW / step) + 1;
    for (let row = -reach; row <= reach; row += 1) {
      for (let at = -reach; at <= reach; at += 1) {
        const x = (at + (row & 1) * 0.5) * step;
        const y = row * ROW * step;
        if (x * x + y * y <= (area.r - RIM * step) ** 2) spots.push([x, y, Math.round((x * x + y * y) * 1e6)]);
      }
    }
    spots.sort((one, other) => one[2] - other[2] || one[1] - other[1] || one[0] - other[0]);
    const found = [];
    for (const [x, y] of spots) {
      if (found.length === many) break;
      const px = area.x + x;
      const py = area.y + y;
      if (area.companies.every(([, cx, cy, r]) => (px - cx) ** 2 + (py - cy) ** 2 >= (r + RIM * step) ** 2)) found.push([px, py]);
    }
    return found.length === many ? found : free(area, many, step * 0.96);
  }

  // The people of an area where each company's stand, and the rest: from the drawn dots, or from the columns.
  function sorted(field, area, dots) {
    const inside = area.companies.map(() => []);
    if (dots) {
      const rest = [];
      for (const dot of dots) {
        const at = area.companies.findIndex(([, cx, cy, r]) => (dot.x - cx) ** 2 + (dot.y - cy) ** 2 <= r * r);
        if (at < 0) rest.push(dot);
        else inside[at].push(dot.row);
      }
      return { inside, rest, beyond: 0 };
    }
    if (!area.sorted) {
      const groups = new Map(index(field).get(area.name));
      area.companies.forEach(([name], at) => {
        inside[at] = groups.get(name) || [];
        groups.delete(name);
      });
      const others = Array.from(groups.values()).flat();
      const rest = inOrder(others, MOST);
      area.sorted = { inside, rest: free(area, rest.length, area.step * Math.sqrt(others.length / rest.length || 1)).map(([x, y], place) => ({ row: rest[place], x, y })), beyond: others.length - rest.length };
    }
    return area.sorted;
  }

  // What an opened area shows: dots, names of companies, and the companies too large to be drawn beside the others.
  function open(field, area, chosen, dots, unit, size, measure) {
    const { inside, rest, beyond } = sorted(field, area, dots);
    const shown = { dots: [], labels: [], closed: [], beyond };
    const sizes = inside.map((rows) => rows.length);
    let room = MOST - rest.length;
    let limit = Infinity;
    for (const many of sizes.slice().sort((one, other) => one - other)) {
      if (many > room) { limit = many; break; }
      room -= many;
    }
    area.companies.forEach((circle, at) => {
      const [name, x, y, r] = circle;
      if (chosen ? name !== chosen : sizes[at] >= limit) {
        shown.closed.push({ name, x, y, people: sizes[at], ring: { x, y, r } });
        return;
      }
      const rows = dots ? inside[at] : inOrder(inside[at], MOST);
      const placed = spiral(circle, rows.length, unit, size, chosen ? () => Infinity : measure);
      rows.forEach((row, place) => shown.dots.push({ row, x: placed.spots[place][0], y: placed.spots[place][1] }));
      if (placed.lines) shown.labels.push({ x, y, lines: placed.lines });
    });
    if (!chosen) shown.dots.push(...rest);
    return shown;
  }

  window.netscoutPlaces = { open, index, areaOf, prepare: (field, area) => { sorted(field, area, null); }, known, hover, said, plain, escape, fold, count, most: MOST };
})();
