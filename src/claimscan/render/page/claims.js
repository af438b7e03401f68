// Claims with their sentences, and the contradictions between them.

function drawClaims(statements, choose) {
  const body = byId("claims-body");
  if (!statements.length) { body.replaceChildren(el("p", { class: "none" }, "No claims pass the filters.")); return; }
  const list = el("ol", { class: "claims" });
  const more = inPortions(list, statements, 40, (statement) => el("li", {}, claimCard(statement, choose)));
  body.replaceChildren(list, more);
}

function claimCard(statement, choose) {
  const pick = (side) => el("button", { type: "button", class: "link", onclick: () => choose(side) }, name(side));
  const objects = statement.losers.flatMap((side, at) => [at ? ", " : "", pick(side)]);
  const group = statement.group ? el("span", { class: "group" }, name(`“${statement.group}”`)) : null;
  const topics = [...(statement.kind === "quality" ? [] : [statement.kind]), ...statement.aspects, ...statement.benchmarks];
  return el("article", { class: "claim" },
    el("h3", {}, pick(statement.subject), el("span", { class: `verb ${statement.polarity}` }, ` ${VERBS[statement.relation][statement.polarity]} `), objects,
      objects.length && group ? ", " : null, group,
      statement.own ? el("span", { class: "badge own" }, "self-reported") : null,
      statement.stance === "asserted" ? null : el("span", { class: "badge" }, statement.stance)),
    sentence(statement.pieces),
    el("p", { class: "meta" }, ...parts(statement, topics)),
    statement.copies.length ? copies(statement.copies) : null);
}

function sentence(pieces) {
  return el("blockquote", { dir: "auto" }, pieces.map(([text, role]) => (role ? el("mark", { class: role, title: ROLES[role] }, text) : text)));
}

const ROLES = { subject: "winner", object: "loser", trigger: "says how", source: "who says so", cue: "how firmly" };

function parts(statement, topics) {
  const margin = statement.margin ? ` (${statement.margin})` : "";
  const told = [
    topics.length || margin ? ["on ", name(topics.join(", ") + margin)] : null,
    statement.source ? ["said by ", name(statement.source)] : null,
    statement.date ? [el("time", {}, statement.date)] : null,
    [name(statement.article.title ? `${statement.article.title} · ${statement.article.id}` : statement.article.id)],
    [el("span", { class: "rule" }, `${statement.rule} ${statement.confidence.toFixed(2)}`)],
  ].filter(Boolean);
  return told.map((part) => el("span", {}, part));
}

function copies(list) {
  return el("details", { class: "copies" },
    el("summary", {}, `The same wording in ${count(list.length, "more place")}`),
    el("ul", {}, list.map((copy) => el("li", {}, name(DATA.articles[copy.article].id), copy.date ? ` · ${copy.date}` : "", copy.sentence ? sentence([[copy.sentence, null]]) : null))));
}

function drawContradictions(passing, choose) {
  const kept = [];
  for (const found of DATA.contradictions) {
    const holding = found.holding.filter((at) => passing.has(at));
    const against = found.against.filter((at) => passing.has(at));
    if (holding.length && against.length) kept.push({ ...found, holding, against });
  }
  const body = byId("contradictions-body");
  if (!kept.length) { body.replaceChildren(el("p", { class: "none" }, "Nobody contradicts anybody here.")); return; }
  const list = el("div");
  const more = inPortions(list, kept, 6, (found) => contradiction(found, choose));
  body.replaceChildren(list, more);
}

function contradiction(found, choose) {
  const side = (title, places) => {
    const list = el("ol", { class: "claims" });
    const more = inPortions(list, places, 2, (at) => el("li", {}, claimCard(STATEMENTS[at], choose)));
    return el("div", { class: "side" }, el("h4", {}, title, el("span", { class: "badge" }, count(places.length, "claim"))), list, more);
  };
  const ground = found.same_topic ? found.kind : `${found.kind}, one of them on special ground`;
  return el("details", { class: "contradiction" },
    el("summary", {}, name(found.first), el("span", { class: "versus" }, " or "), name(found.second), "?",
      el("span", { class: "badge" }, ground), el("span", { class: "badge" }, `${found.holding.length} : ${found.against.length}`)),
    el("div", { class: "sides" }, side(["For ", name(found.first)], found.holding), side(["For ", name(found.second)], found.against)));
}
