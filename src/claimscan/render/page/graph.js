// The picture: names in rows by rank, an arrow from each winner down to whom it beats.

const GRAPH = { names: 20, arrows: 42, width: 1000, row: 104, inRow: 5, box: 34 };

function drawGraph(pairs, ranked, choose) {
  const { nodes, arrows } = pickForGraph(pairs, ranked);
  const body = byId("graph-body");
  body.replaceChildren();
  byId("graph-note").textContent = nodes.length
    ? `${count(nodes.length, "name")} of ${ranked.length.toLocaleString("en")} and ${count(arrows.length, "pair")} of ${pairs.size.toLocaleString("en")}; the strongest on top. Choose a name to see its claims alone. All pairs stand in the matrix.`
    : "Nobody is said to beat anybody here.";
  if (!nodes.length) return;
  const places = placeNodes(nodes, arrows);
  const height = Math.max(...[...places.values()].map((place) => place.y)) + GRAPH.box;
  const picture = svg("svg", { viewBox: `0 0 ${GRAPH.width} ${height}`, class: "graph", role: "group", "aria-label": "Graph of who beats whom" });
  picture.append(arrowHeads());
  const most = Math.max(...arrows.map((arrow) => arrow.claims));
  const lines = arrows.map((arrow) => drawArrow(arrow, places, most));
  picture.append(svg("g", { class: "arrows" }, lines));
  const light = (chosen) => {
    picture.classList.toggle("lit", chosen !== null);
    lines.forEach((line, at) => line.classList.toggle("on", arrows[at].winner === chosen || arrows[at].loser === chosen));
  };
  for (const node of nodes) picture.append(drawNode(node, places.get(node.name), arrows, choose, light));
  body.append(picture);
}

function pickForGraph(pairs, ranked) {
  const named = ranked.filter((one) => one.wins + one.losses > 0);
  const kept = [...named].sort((a, b) => b.wins + b.losses - a.wins - a.losses || a.place - b.place).slice(0, GRAPH.names);
  const names = new Set(kept.map((one) => one.name));
  const arrows = [...pairs.values()].filter((pair) => names.has(pair.winner) && names.has(pair.loser));
  arrows.sort((a, b) => b.claims - a.claims || (a.winner + a.loser < b.winner + b.loser ? -1 : 1));
  arrows.length = Math.min(arrows.length, GRAPH.arrows);
  const touched = new Set(arrows.flatMap((arrow) => [arrow.winner, arrow.loser]));
  return { nodes: kept.filter((one) => touched.has(one.name)).sort((a, b) => a.place - b.place), arrows };
}

function placeNodes(nodes, arrows) {
  const rows = [];
  const count = Math.max(nodes.length > 1 ? 2 : 1, Math.ceil(nodes.length / GRAPH.inRow));
  nodes.forEach((node, at) => (rows[Math.floor((at * count) / nodes.length)] ??= []).push(node));
  const places = new Map();
  const spread = (row, y) => row.forEach((node, at) => places.set(node.name, {
    x: (GRAPH.width * (at + 0.5)) / row.length, y, width: labelWidth(node.name),
  }));
  rows.forEach((row, at) => spread(row, GRAPH.row * (at + 0.7)));
  for (let turn = 0; turn < 4; turn += 1) {
    rows.forEach((row, at) => {
      const pull = new Map(row.map((node) => [node.name, pulled(node.name, arrows, places)]));
      row.sort((a, b) => pull.get(a.name) - pull.get(b.name) || a.place - b.place);
      spread(row, GRAPH.row * (at + 0.7));
    });
  }
  return places;
}

function pulled(of, arrows, places) {
  let sum = 0;
  let weight = 0;
  for (const arrow of arrows) {
    const other = arrow.winner === of ? arrow.loser : arrow.loser === of ? arrow.winner : null;
    if (other === null || places.get(other).y === places.get(of).y) continue;
    sum += places.get(other).x * arrow.claims;
    weight += arrow.claims;
  }
  return weight ? sum / weight : places.get(of).x;
}

const labelText = (label) => (label.length > 20 ? `${label.slice(0, 19)}…` : label);
const labelWidth = (label) => Math.min(176, 30 + labelText(label).length * 8);

function arrowHeads() {
  const head = (id) => svg("marker", {
    id, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto", class: id,
  }, svg("path", { d: "M0 0 8 4 0 8z" }));
  return svg("defs", {}, head("head"), head("head-upset"));
}

function drawArrow(arrow, places, most) {
  const from = places.get(arrow.winner);
  const to = places.get(arrow.loser);
  const half = GRAPH.box / 2;
  const upset = to.y < from.y;
  const level = to.y === from.y;
  const shift = Math.max(-0.38, Math.min(0.38, (to.x - from.x) / GRAPH.width)) * 0.8;
  const x1 = from.x + from.width * shift;
  const x2 = to.x - to.width * shift;
  const y1 = level || upset ? from.y - half : from.y + half;
  const y2 = level ? to.y - half - 2 : upset ? to.y + half + 2 : to.y - half - 2;
  const bend = level ? -34 - Math.abs(x2 - x1) * 0.03 : (y2 - y1) * 0.5;
  const path = `M${x1.toFixed(1)} ${y1}C${x1.toFixed(1)} ${(y1 + bend).toFixed(1)} ${x2.toFixed(1)} ${(level ? y2 + bend : y2 - bend).toFixed(1)} ${x2.toFixed(1)} ${y2}`;
  const kind = `${upset ? " upset" : ""}${arrow.voices.size ? "" : " own"}`;
  const width = (1.2 + 3.2 * Math.sqrt(arrow.claims / most)).toFixed(2);
  return svg("path", { d: path, class: `arrow${kind}`, "stroke-width": width, "marker-end": `url(#head${upset ? "-upset" : ""})` });
}

function drawNode(node, place, arrows, choose, light) {
  const beats = arrows.filter((arrow) => arrow.winner === node.name).map((arrow) => arrow.loser);
  const told = `${node.name}: rank ${node.place}, beats ${beats.length ? beats.join(", ") : "none of those shown"}`;
  const group = svg("g", {
    class: "node", role: "button", tabindex: 0, "aria-label": told, transform: `translate(${place.x.toFixed(1)} ${place.y.toFixed(1)})`,
    onclick: () => choose(node.name),
    onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(node.name); } },
    onfocus: () => light(node.name), onblur: () => light(null),
    onpointerenter: () => light(node.name), onpointerleave: () => light(null),
  });
  const half = GRAPH.box / 2;
  group.append(
    svg("title", {}, told),
    svg("rect", { x: -place.width / 2, y: -half, width: place.width, height: GRAPH.box, rx: half }),
    svg("text", { "text-anchor": "middle", dy: "0.35em" }, labelText(node.name)),
  );
  return group;
}
