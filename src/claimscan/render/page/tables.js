// Tables that can be sorted by each column: ranking, self-praise, scores.

function sortable(columns, rows, portion, start) {
  const body = el("tbody");
  const table = el("table", { class: "list" });
  const holder = el("div", { class: "scroll" }, table);
  const outer = el("div", {}, holder);
  let sorted = { ...start };
  const draw = () => {
    const column = columns[sorted.column];
    const ordered = [...rows].sort((a, b) => compare(column.value(a), column.value(b)) * (sorted.down ? -1 : 1));
    body.replaceChildren();
    outer.querySelector(".more")?.remove();
    outer.append(inPortions(body, ordered, portion, (row) => el("tr", {}, columns.map((one, at) =>
      el(at === 0 ? "th" : "td", { scope: at === 0 ? "row" : null, class: one.number ? "number" : null }, one.cell ? one.cell(row) : String(one.value(row)))))));
    heads.forEach((head, at) => head.setAttribute("aria-sort", at !== sorted.column ? "none" : sorted.down ? "descending" : "ascending"));
  };
  const heads = columns.map((column, at) => el("th", { scope: "col", class: column.number ? "number" : null }, el("button", {
    type: "button", class: "sort",
    onclick: () => { sorted = { column: at, down: sorted.column === at ? !sorted.down : Boolean(column.number) }; draw(); },
  }, column.title)));
  table.append(el("thead", {}, el("tr", {}, heads)), body);
  draw();
  return outer;
}

function compare(a, b) {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en", { numeric: true });
}

function drawRanking(ranked, choose) {
  const link = (one) => el("button", { type: "button", class: "link", onclick: () => choose(one.name) }, name(one.name));
  const number = (title, value, cell) => ({ title, value, number: true, cell });
  byId("ranking-body").replaceChildren(ranked.length ? sortable([
    { title: "Name", value: (one) => one.name, cell: link },
    number("Rank", (one) => one.place),
    { title: "Vendor", value: (one) => one.vendor, cell: (one) => (one.vendor ? name(one.vendor) : "–") },
    number("Balance", (one) => one.balance, (one) => (one.balance > 0 ? `+${one.balance}` : String(one.balance).replace("-", "−"))),
    number("Wins", (one) => one.wins),
    number("Losses", (one) => one.losses),
    number("Sources", (one) => one.sources),
    number("Self-reported", (one) => one.own),
    number("Matches", (one) => one.matches),
    number("Leads", (one) => one.leads),
  ], ranked, 12, { column: 1, down: false }) : el("p", { class: "none" }, "No claims pass the filters."));
}

function drawPraise(praise, choose) {
  byId("praise-body").replaceChildren(praise.length ? sortable([
    { title: "Source", value: (one) => one.source, cell: (one) => el("button", { type: "button", class: "link", onclick: () => choose(one.source) }, name(one.source)) },
    { title: "Claims", value: (one) => one.claims, number: true },
    { title: "Pairs claimed", value: (one) => one.pairs.size, number: true },
    { title: "Confirmed", value: (one) => one.confirmed, number: true },
    { title: "For", value: (one) => [...one.models].sort().join(", "), cell: (one) => name([...one.models].sort().join(", ")) },
  ], praise, 10, { column: 1, down: true }) : el("p", { class: "none" }, "Nobody speaks in his own favour here."));
}

function drawResults(results) {
  byId("benchmarks-body").replaceChildren(results.length ? sortable([
    { title: "Benchmark", value: (one) => one.benchmark, cell: (one) => name(one.benchmark) },
    { title: "Model", value: (one) => one.model, cell: (one) => name(one.model) },
    { title: "Score", value: (one) => one.number ?? one.value, cell: (one) => name(one.value), number: true },
    { title: "Where", value: (one) => one.article.title ?? one.article.id, cell: (one) => name(one.article.title ?? one.article.id) },
  ], results, 12, { column: 0, down: false }) : el("p", { class: "none" }, "No scores are stated here."));
}

function drawTimeline({ months, without }, choose) {
  const most = Math.max(1, ...months.map((month) => month.claims));
  const bars = months.map((month) => {
    const told = `${month.month}: ${count(month.claims, "claim")}, ${month.own} self-reported`;
    const own = el("span", { class: "own" });
    const other = el("span", { class: "other" });
    own.style.height = `${(100 * month.own) / most}%`;
    other.style.height = `${(100 * (month.claims - month.own)) / most}%`;
    return el("li", {}, el("button", { type: "button", "aria-label": told, title: told, onclick: () => choose(month.month) },
      el("span", { class: "number" }, String(month.claims)), el("span", { class: "bar" }, other, own), el("span", { class: "month" }, month.month)));
  });
  const rest = without ? el("p", { class: "note" }, `${count(without, "claim")} of no known month.`) : null;
  byId("timeline-body").replaceChildren(...[bars.length ? el("ol", { class: "bars" }, bars) : null, rest].filter(Boolean));
}
