// The matrix: a line for each winner, a column for each loser; one stop for the tabulator, arrow keys inside.

function drawMatrix(pairs, ranked, choose) {
  const order = byId("matrix-order").value;
  const names = ranked.filter((one) => one.wins + one.losses > 0).slice(0, Number(byId("matrix-size").value));
  if (order === "name") names.sort((a, b) => a.name.localeCompare(b.name, "en"));
  if (order === "claims") names.sort((a, b) => b.wins + b.losses - a.wins - a.losses || a.place - b.place);
  const body = byId("matrix-body");
  if (!names.length) { body.replaceChildren(el("p", { class: "none" }, "Nobody is said to beat anybody here.")); return; }
  const most = Math.max(1, ...[...pairs.values()].map((pair) => pair.claims));
  const head = el("tr", {}, el("td"), names.map((one) => el("th", { scope: "col" }, el("span", { title: one.name }, name(one.name)))));
  const rows = names.map((winner) => el("tr", {},
    el("th", { scope: "row", title: winner.name }, name(winner.name)),
    names.map((loser) => matrixCell(winner.name, loser.name, pairs.get(`${winner.name}\n${loser.name}`), most, choose))));
  const table = el("table", { class: "matrix", onkeydown: moveInMatrix }, el("thead", {}, head), el("tbody", {}, rows));
  body.replaceChildren(table);
  table.querySelector("button")?.setAttribute("tabindex", 0);
}

function matrixCell(winner, loser, pair, most, choose) {
  if (winner === loser) return el("td", { class: "self" });
  if (!pair) return el("td");
  const heat = Math.ceil((5 * Math.sqrt(pair.claims)) / Math.sqrt(most));
  const told = `${winner} beats ${loser}: ${count(pair.claims, "claim")}, ${count(pair.voices.size, "independent source")}, ${pair.own} self-reported`;
  return el("td", {}, el("button", {
    type: "button", tabindex: -1, class: `heat h${heat}${pair.voices.size ? "" : " own"}`, title: told, "aria-label": told,
    onclick: () => choose(winner, loser),
  }, String(pair.claims)));
}

const MOVES = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

function moveInMatrix(event) {
  const move = MOVES[event.key];
  if (!move || event.target.tagName !== "BUTTON") return;
  event.preventDefault();
  const rows = [...event.currentTarget.tBodies[0].rows];
  let row = rows.indexOf(event.target.closest("tr"));
  let column = event.target.closest("td").cellIndex;
  for (;;) {
    row += move[0];
    column += move[1];
    const cell = rows[row]?.cells[column];
    if (!cell || cell.tagName === "TH") return;
    const next = cell.querySelector("button");
    if (next) {
      event.target.setAttribute("tabindex", -1);
      next.setAttribute("tabindex", 0);
      next.focus();
      return;
    }
  }
}
