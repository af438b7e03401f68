// Who beats whom, among the statements that pass the filters; the same counts as in the other formats of the report.

function pairsOf(statements) {
  const pairs = new Map();
  for (const statement of statements) {
    if (!statement.wins) continue;
    for (const loser of statement.losers) {
      const key = `${statement.subject}\n${loser}`;
      let pair = pairs.get(key);
      if (!pair) pairs.set(key, (pair = { winner: statement.subject, loser, claims: 0, own: 0, voices: new Set() }));
      pair.claims += 1;
      if (statement.own) pair.own += 1;
      else pair.voices.add(statement.voice);
    }
  }
  return pairs;
}

function rankingOf(statements, pairs) {
  const standings = new Map();
  const of = (name) => {
    if (!standings.has(name)) {
      standings.set(name, {
        name, vendor: VENDOR.get(name) ?? "", balance: 0, wins: 0, losses: 0, own: 0, matches: 0, leads: 0, voices: new Set(),
      });
    }
    return standings.get(name);
  };
  for (const statement of statements) {
    if (statement.polarity !== "affirmed") continue;
    statement.sides.forEach((side, place) => tally(of(side), statement, place === 0));
  }
  for (const pair of pairs.values()) {
    const back = pairs.get(`${pair.loser}\n${pair.winner}`);
    if (back && back.claims >= pair.claims) continue;
    of(pair.winner).balance += 1;
    of(pair.loser).balance -= 1;
  }
  const ranked = [...standings.values()];
  for (const standing of ranked) standing.sources = standing.voices.size;
  ranked.sort((a, b) =>
    b.balance - a.balance || b.sources - a.sources || b.wins - a.wins || a.losses - b.losses || b.leads - a.leads || (a.name < b.name ? -1 : 1));
  ranked.forEach((standing, place) => { standing.place = place + 1; });
  return ranked;
}

function tally(standing, statement, isSubject) {
  if (statement.relation === "matches") standing.matches += 1;
  if (statement.relation === "leads" && isSubject) standing.leads += 1;
  if (!statement.wins) return;
  if (!isSubject) standing.losses += 1;
  else if (statement.losers.length) {
    standing.wins += 1;
    if (statement.own) standing.own += 1;
    else standing.voices.add(statement.voice);
  }
}

function monthsOf(statements) {
  const months = new Map();
  let without = 0;
  for (const statement of statements) {
    const month = statement.days && statement.days[0].slice(0, 7) === statement.days[1].slice(0, 7) ? statement.days[0].slice(0, 7) : null;
    if (!month) { without += 1; continue; }
    if (!months.has(month)) months.set(month, { month, claims: 0, own: 0 });
    months.get(month).claims += 1;
    if (statement.own) months.get(month).own += 1;
  }
  return { months: [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1)), without };
}

function praiseOf(statements, pairs) {
  const praise = new Map();
  for (const statement of statements) {
    if (!statement.own) continue;
    if (!praise.has(statement.voice)) praise.set(statement.voice, { source: statement.voice, claims: 0, models: new Set(), pairs: new Set() });
    const one = praise.get(statement.voice);
    one.claims += 1;
    one.models.add(statement.subject);
    if (statement.wins) statement.losers.forEach((loser) => one.pairs.add(`${statement.subject}\n${loser}`));
  }
  for (const one of praise.values()) one.confirmed = [...one.pairs].filter((key) => pairs.get(key).voices.size).length;
  return [...praise.values()].sort((a, b) => b.claims - a.claims || (a.source < b.source ? -1 : 1));
}
