// The filters, and everything drawn anew when one of them changes.

const state = { pair: null };
const fields = Object.fromEntries(["text", "model", "vendor", "source", "benchmark", "relation", "since", "until", "others"].map((key) => [key, byId(`f-${key}`)]));

function options(field, counts, all) {
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  field.replaceChildren(el("option", { value: "" }, all), ...sorted.map(([value, times]) => el("option", { value }, `${value} (${times})`)));
}

function counted(values) {
  const counts = new Map();
  for (const list of values) for (const value of new Set(list)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function prepare() {
  options(fields.model, counted(STATEMENTS.map((one) => one.sides)), "all");
  options(fields.vendor, counted(STATEMENTS.map((one) => one.vendors)), "all");
  options(fields.source, counted(STATEMENTS.map((one) => (one.source ? [one.source] : []))), "anybody");
  options(fields.benchmark, counted([...STATEMENTS.map((one) => one.benchmarks), ...RESULTS.map((one) => [one.benchmark])]), "all");
  options(fields.relation, counted(STATEMENTS.map((one) => [VERBS[one.relation][one.polarity]])), "all");
  for (const statement of STATEMENTS) {
    statement.haystack = [
      ...statement.sides, statement.source ?? "", statement.article.id, statement.article.title ?? "", statement.pieces.map((piece) => piece[0]).join(""),
    ].join("\n").toLowerCase();
  }
  const told = `${count(DATA.claims, "claim")} in ${count(STATEMENTS.length, "wording")} from ${count(DATA.documents, "document")}`;
  const failed = DATA.failed ? `, ${DATA.failed.toLocaleString("en")} of them unreadable` : "";
  byId("about").textContent = `${told}${failed}.${DATA.restricted ? ` ${DATA.restricted}.` : ""}`;
}

function passes(one, wanted) {
  return (!wanted.others || !one.own)
    && (!wanted.model || one.sides.includes(wanted.model))
    && (!wanted.vendor || one.vendors.includes(wanted.vendor))
    && (!wanted.source || one.source === wanted.source)
    && (!wanted.benchmark || one.benchmarks.includes(wanted.benchmark))
    && (!wanted.relation || VERBS[one.relation][one.polarity] === wanted.relation)
    && [one, ...one.copies].some((place) => inTime(place.days, wanted))
    && wanted.words.every((word) => one.haystack.includes(word));
}

const inTime = (days, wanted) =>
  (!wanted.since || (days && days[1] >= wanted.since)) && (!wanted.until || (days && days[0] <= wanted.until));

function passesResult(one, wanted) {
  const vendor = VENDOR.get(one.model);
  const told = `${one.model}\n${one.benchmark}\n${one.article.id}\n${one.article.title ?? ""}`.toLowerCase();
  return (!wanted.model || one.model === wanted.model) && (!wanted.vendor || vendor === wanted.vendor)
    && (!wanted.benchmark || one.benchmark === wanted.benchmark) && inTime(one.days, wanted) && wanted.words.every((word) => told.includes(word));
}

function draw() {
  const wanted = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.type === "checkbox" ? field.checked : field.value]));
  wanted.words = wanted.text.toLowerCase().split(/\s+/).filter(Boolean);
  const statements = STATEMENTS.filter((one) => passes(one, wanted));
  const pairs = pairsOf(statements);
  const ranked = rankingOf(statements, pairs);
  const pair = state.pair;
  const shown = pair ? statements.filter((one) => one.wins && one.subject === pair[0] && one.losers.includes(pair[1])) : statements;
  drawGraph(pairs, ranked, chooseModel);
  drawRanking(ranked, chooseModel);
  drawMatrix(pairs, ranked, choosePair);
  drawContradictions(new Set(statements.map((one) => one.index)), chooseModel);
  drawTimeline(monthsOf(statements), chooseMonth);
  drawPraise(praiseOf(statements, pairs), (source) => set("source", source));
  drawResults(RESULTS.filter((one) => passesResult(one, wanted)));
  drawClaims(shown, chooseModel);
  const narrowed = pair ? `, of which ${shown.length.toLocaleString("en")} say that ${pair[0]} beats ${pair[1]}` : "";
  byId("status").textContent = `${statements.length.toLocaleString("en")} of ${count(STATEMENTS.length, "wording")}${narrowed}`;
}

function set(field, value) {
  fields[field].value = value;
  state.pair = null;
  draw();
  goTo("filters");
}

const chooseModel = (model) => set("model", fields.model.value === model ? "" : model);

function chooseMonth(month) {
  const [year, number] = month.split("-").map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  fields.since.value = `${month}-01`;
  fields.until.value = `${month}-${last}`;
  draw();
}

function choosePair(winner, loser) {
  state.pair = [winner, loser];
  draw();
  goTo("claims");
}

function goTo(id) {
  const target = byId(id);
  target.scrollIntoView({ block: "start" });
  if (id === "claims") target.focus({ preventScroll: true });
}

const THEMES = ["auto", "light", "dark"];

function nextTheme() {
  const root = document.documentElement;
  const next = THEMES[(THEMES.indexOf(root.dataset.theme ?? "auto") + 1) % THEMES.length];
  if (next === "auto") delete root.dataset.theme;
  else root.dataset.theme = next;
  byId("theme").textContent = `Theme: ${next}`;
}

let waiting = 0;
prepare();
draw();
performance.mark("drawn");
byId("theme").addEventListener("click", nextTheme);
byId("filters").addEventListener("submit", (event) => event.preventDefault());
byId("filters").addEventListener("input", (event) => {
  state.pair = null;
  clearTimeout(waiting);
  waiting = setTimeout(draw, event.target === fields.text ? 150 : 0);
});
byId("filters").addEventListener("reset", () => { state.pair = null; setTimeout(draw, 0); });
for (const id of ["matrix-order", "matrix-size"]) byId(id).addEventListener("change", draw);
