CREATE TABLE documents (
  document INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT, language TEXT, language_confidence REAL, date TEXT, date_origin TEXT,
  characters INTEGER NOT NULL, scanned INTEGER NOT NULL, sha256 TEXT NOT NULL, warnings TEXT NOT NULL, error TEXT
);
CREATE TABLE models (
  document INTEGER NOT NULL REFERENCES documents, name TEXT NOT NULL, vendor TEXT, family TEXT, version TEXT, variant TEXT, size TEXT,
  known INTEGER NOT NULL
);
CREATE TABLE mentions (
  document INTEGER NOT NULL REFERENCES documents, kind TEXT NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE TABLE claims (
  claim INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents, id TEXT NOT NULL, relation TEXT NOT NULL,
  subject TEXT NOT NULL, generic_object TEXT, polarity TEXT NOT NULL, stance TEXT NOT NULL, source TEXT, self_reported INTEGER NOT NULL,
  aspect_kind TEXT NOT NULL, aspects TEXT NOT NULL, benchmarks TEXT NOT NULL, margin TEXT, date TEXT, sentence TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, spans TEXT NOT NULL, rule TEXT NOT NULL, confidence REAL NOT NULL
);
CREATE TABLE claim_objects (claim INTEGER NOT NULL REFERENCES claims, position INTEGER NOT NULL, object TEXT NOT NULL);
CREATE TABLE results (
  document INTEGER NOT NULL REFERENCES documents, model TEXT NOT NULL, benchmark TEXT NOT NULL, value TEXT NOT NULL, number REAL,
  unit TEXT, start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE TABLE dates (
  document INTEGER NOT NULL REFERENCES documents, text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  value TEXT NOT NULL, resolved_from TEXT
);
CREATE TABLE records (document INTEGER PRIMARY KEY REFERENCES documents, json TEXT NOT NULL);
