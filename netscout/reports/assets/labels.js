"use strict";
// Labels of the map in the order of importance, each at the first place where it lies over no other and no foreign area.
(() => {
  const shared = window.netscoutCharts;
  if (!shared) return;
  const FONT = "px system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif";
  const canvas = document.createElement("canvas").getContext("2d");
  const widths = new Map();
  function wide(text, size, bold) {
    const key = size + (bold ? "b" : "n") + text;
    if (!widths.has(key)) {
      canvas.font = (bold ? "700 " : "") + size + FONT;
      widths.set(key, canvas.measureText(text).width);
    }
    return widths.get(key);
  }
  const HIGH = 1.3;
  // The lines of a label and which of them are bold; its text is written as the library reads it.
  function linesOf(text) {
    let bold = false;
    return text.split("<br>").map((line) => {
      if (line.includes("<b>")) bold = true;
      const made = { text: window.netscoutPlaces.plain(line), bold };
      if (line.includes("</b>")) bold = false;
      return made;
    });
  }
  function boxOf(place, unit) {
    const lines = linesOf(place.text);
    const across = Math.max(...lines.map((line) => wide(line.text, place.font.size, line.bold))) + 6;
    const high = lines.length * place.font.size * HIGH + 3;
    const x = place.x * unit;
    const y = place.y * unit + (place.yanchor === "bottom" ? high / 2 : 0);
    return [x - across / 2, x + across / 2, y - high / 2, y + high / 2];
  }
  const touches = (box, area, unit) => {
    const across = area.x * unit - Math.min(Math.max(area.x * unit, box[0]), box[1]);
    const along = area.y * unit - Math.min(Math.max(area.y * unit, box[2]), box[3]);
    return across * across + along * along < (area.r * unit) ** 2;
  };
  function tries(label) {
    const { room, lane, own, folded, middle, ...plain } = label;
    if (!folded) return [plain];
    const inside = { ...plain, text: folded, y: middle, yanchor: "middle", bgcolor: "rgba(251,249,244,0.8)" };
    return [{ ...plain, text: folded }, plain, inside];
  }
  // `marks` are places that no name may cover, in the units of the map, each with its half width in pixels.
  function uncrowd(labels, unit, [left, right, bottom, top], areas, marks) {
    const taken = marks.map(({ x, y, half }) => [x * unit - half, x * unit + half, y * unit - half, y * unit + half]);
    const kept = [];
    for (const label of labels) {
      for (const place of tries(label)) {
        const box = boxOf(place, unit);
        const own = areas[label.own];
        const tall = box[3] - box[2];
        const across = box[1] - box[0];
        if (label.folded && place.yanchor === "middle" && !(across <= 2.2 * own.r * unit && tall <= 1.2 * own.r * unit)) continue;
        if (label.room && !(across <= label.room * unit && tall <= label.lane * unit + 8)) continue;
        if (box[0] < left * unit - 2 || box[1] > right * unit + 2 || box[2] < bottom * unit - 2 || box[3] > top * unit + 2) continue;
        if (taken.some((one) => box[0] < one[1] && one[0] < box[1] && box[2] < one[3] && one[2] < box[3])) continue;
        if (areas.some((area, at) => at !== label.own && touches(box, area, unit))) continue;
        taken.push(box);
        kept.push(place);
        break;
      }
    }
    return kept;
  }
  // The label as svg text, on a ground of paper where it lies over something.
  function write(parent, place, x, y, unit) {
    const lines = linesOf(place.text);
    const size = place.font.size;
    const [left, right, bottom, top] = boxOf({ ...place, x: 0, y: 0 }, unit);
    const group = add(parent, "g", { class: "label" });
    if (place.bgcolor) {
      add(group, "rect", { x: x + left + 1, y: y - top + 1, width: right - left - 2, height: top - bottom - 2, rx: 2, fill: shared.tint(place.bgcolor) });
    }
    const text = add(group, "text", { "text-anchor": "middle", "font-size": size, "font-family": FONT.slice(3), fill: shared.tint(place.font.color) });
    lines.forEach((line, at) => {
      const middle = y - (bottom + top) / 2 + (at - (lines.length - 1) / 2) * size * HIGH;
      const span = add(text, "tspan", { x: x.toFixed(1), y: (middle + size * 0.35).toFixed(1), "font-weight": line.bold ? 700 : 400 });
      span.textContent = line.text;
    });
  }
  function add(parent, name, looks) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(looks)) node.setAttribute(key, value);
    parent.appendChild(node);
    return node;
  }
  window.netscoutLabels = { uncrowd, wide, write, add };
})();
