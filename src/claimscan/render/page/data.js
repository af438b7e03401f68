// What was embedded, with the defaults that were left out, and the one way in which elements are made: text is always text.

const DATA = JSON.parse(document.getElementById("data").textContent);
const VENDOR = new Map(Object.entries(DATA.vendors));
const DEFAULTS = {
  polarity: "affirmed", stance: "asserted", kind: "quality", losers: [], aspects: [], benchmarks: [], copies: [], own: false,
};
const STATEMENTS = DATA.statements.map((packed, index) => {
  const statement = Object.assign({ index }, DEFAULTS, packed);
  statement.article = DATA.articles[packed.article];
  statement.wins = statement.relation === "outperforms" && statement.polarity === "affirmed";
  statement.sides = [statement.subject, ...statement.losers];
  statement.vendors = statement.sides.map((name) => VENDOR.get(name)).filter(Boolean);
  statement.voice = packed.source ?? statement.article.id;
  return statement;
});
const RESULTS = DATA.results.map((result) => Object.assign({}, result, { article: DATA.articles[result.article] }));
const VERBS = {
  outperforms: { affirmed: "beats", negated: "does not beat" },
  matches: { affirmed: "matches", negated: "does not match" },
  leads: { affirmed: "leads", negated: "does not lead" },
};

function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  fill(made, attributes, children);
  return made;
}

function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  fill(made, attributes, children);
  return made;
}

function fill(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
}

// A name or another piece of an article: set apart, so that its direction cannot reach what stands around it.
const name = (text) => el("bdi", {}, text);
const count = (number, word) => `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;
const byId = (id) => document.getElementById(id);

// The items in a container, some at a time.
function inPortions(container, items, portion, make) {
  let shown = 0;
  const more = el("button", { type: "button", class: "quiet more", onclick: () => add(true) });
  const add = (focus) => {
    const next = items.slice(shown, shown + portion).map(make);
    container.append(...next);
    shown += next.length;
    more.hidden = shown >= items.length;
    more.textContent = `Show more (${(items.length - shown).toLocaleString("en")} left)`;
    if (focus && next.length) focusOn(next[0]);
  };
  add(false);
  return more;
}

function focusOn(element) {
  const target = element.querySelector("button, summary, a") ?? element;
  if (target === element) element.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
}
