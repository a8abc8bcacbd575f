-- Ids are derived from content (engine/base/id.h). Enumerations are stored as small integers, named by `names`.
CREATE TABLE names(
  enumeration TEXT NOT NULL, code INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY(enumeration, code)
) STRICT, WITHOUT ROWID;
INSERT INTO names VALUES
  ('basis', 0, 'inline'), ('basis', 1, 'paragraph'), ('basis', 2, 'header'), ('basis', 3, 'publisher'), ('basis', 4, 'via'),
  ('basis', 5, 'poll'),
  ('polarity', 0, 'affirmed'), ('polarity', 1, 'negated'),
  ('modality', 0, 'asserted'), ('modality', 1, 'possible'), ('modality', 2, 'necessary'), ('modality', 3, 'planned'),
  ('modality', 4, 'conditional'), ('modality', 5, 'denied'),
  ('relation', 0, '='), ('relation', 1, '~'), ('relation', 2, '>='), ('relation', 3, '>'), ('relation', 4, '<='),
  ('relation', 5, '<'), ('relation', 6, 'between'),
  ('value', 0, 'quantity'), ('value', 1, 'money'), ('value', 2, 'percent'), ('value', 3, 'percentage points'),
  ('value', 4, 'ordinal'), ('value', 5, 'date'), ('value', 6, 'duration'),
  ('conflict', 0, 'quantity'), ('conflict', 1, 'polarity'), ('conflict', 2, 'antonym'), ('conflict', 3, 'date'),
  ('conflict', 4, 'place'), ('conflict', 5, 'value'), ('conflict', 6, 'modality');

CREATE TABLE outlets(
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, country TEXT NOT NULL DEFAULT '', kind INTEGER NOT NULL DEFAULT 0,
  owner TEXT NOT NULL DEFAULT '', state_linked INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE documents(
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, format INTEGER NOT NULL, publisher INTEGER REFERENCES outlets(id),
  title TEXT NOT NULL, url TEXT NOT NULL, published TEXT NOT NULL,
  published_at INTEGER  -- seconds since 1970, UTC; NULL when `published` is empty or no ISO 8601
) STRICT;

-- Ids of statements and claims begin with bits of their document's, so that what belongs together lies together.
CREATE TABLE statements(
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(id), begin INTEGER NOT NULL,
  "end" INTEGER NOT NULL, paragraph INTEGER NOT NULL,
  fingerprint INTEGER NOT NULL,  -- equal for statements of the same words; 0: too short to tell
  text TEXT NOT NULL
) STRICT;
CREATE INDEX statements_by_document ON statements(document, begin);

CREATE TABLE credits(
  statement INTEGER NOT NULL REFERENCES statements(id), outlet INTEGER NOT NULL REFERENCES outlets(id),
  basis INTEGER NOT NULL, mention TEXT NOT NULL,
  begin INTEGER NOT NULL, "end" INTEGER NOT NULL,          -- of the mention; equal when there is none
  cue_begin INTEGER NOT NULL, cue_end INTEGER NOT NULL,
  PRIMARY KEY(statement, outlet, basis)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims(
  id INTEGER PRIMARY KEY, statement INTEGER NOT NULL REFERENCES statements(id), clause INTEGER NOT NULL,
  subject TEXT NOT NULL, subject_key TEXT NOT NULL, predicate TEXT NOT NULL, predicate_text TEXT NOT NULL,
  object TEXT NOT NULL, object_key TEXT NOT NULL, object_head TEXT NOT NULL, speaker TEXT NOT NULL, place TEXT NOT NULL,
  date TEXT NOT NULL, passive INTEGER NOT NULL, polarity INTEGER NOT NULL, modality INTEGER NOT NULL,
  confidence INTEGER NOT NULL,  -- millionths
  subject_begin INTEGER NOT NULL, subject_end INTEGER NOT NULL, predicate_begin INTEGER NOT NULL,
  predicate_end INTEGER NOT NULL, object_begin INTEGER NOT NULL, object_end INTEGER NOT NULL
) STRICT;
CREATE INDEX claims_by_statement ON claims(statement);

-- Amounts are exact: mantissa x 10^exponent. `main`: 1 is the value the claim's object states, 2 its subject's.
CREATE TABLE claim_values(
  claim INTEGER NOT NULL REFERENCES claims(id), position INTEGER NOT NULL, main INTEGER NOT NULL, kind INTEGER NOT NULL,
  relation INTEGER NOT NULL, mantissa INTEGER NOT NULL, exponent INTEGER NOT NULL, high_mantissa INTEGER NOT NULL,
  high_exponent INTEGER NOT NULL, number REAL, unit TEXT NOT NULL, iso TEXT NOT NULL, text TEXT NOT NULL,
  begin INTEGER NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY(claim, position)
) STRICT, WITHOUT ROWID;

-- Claims of a `claims` input. Their value is read from `object` when they are visited; `relation`, `number` and `unit`
-- are for the views.
CREATE TABLE inputs(id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE ready_claims(
  id INTEGER PRIMARY KEY, input INTEGER NOT NULL REFERENCES inputs(id), outlet INTEGER NOT NULL REFERENCES outlets(id),
  subject TEXT NOT NULL, predicate TEXT NOT NULL, object TEXT NOT NULL, verbatim TEXT NOT NULL, published TEXT NOT NULL,
  published_at INTEGER, relation INTEGER, number REAL, unit TEXT
) STRICT;

-- One row a reconciliation run; the results below are those of the last one. A group's claims may be text claims or
-- ready ones, hence no foreign key to claims.
CREATE TABLE run_log(
  id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT NOT NULL, state TEXT NOT NULL, parameters TEXT NOT NULL,
  claims INTEGER NOT NULL, questions INTEGER NOT NULL, groups INTEGER NOT NULL, conflicts INTEGER NOT NULL,
  compatible_pairs INTEGER NOT NULL, revisions INTEGER NOT NULL
) STRICT;
CREATE TABLE answer_groups(
  id INTEGER PRIMARY KEY, subject TEXT NOT NULL, predicate TEXT NOT NULL, answer TEXT NOT NULL,
  question INTEGER NOT NULL,  -- the least id of the question's groups
  claims INTEGER NOT NULL, outlets TEXT NOT NULL, families INTEGER NOT NULL, independent INTEGER NOT NULL,
  probability INTEGER NOT NULL, rank INTEGER NOT NULL, first_published TEXT, last_published TEXT
) STRICT;
CREATE TABLE group_members(
  group_id INTEGER NOT NULL REFERENCES answer_groups(id), claim_id INTEGER NOT NULL, PRIMARY KEY(group_id, claim_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_members_by_claim ON group_members(claim_id);
CREATE TABLE group_conflicts(
  id INTEGER PRIMARY KEY, group_a INTEGER NOT NULL REFERENCES answer_groups(id),
  group_b INTEGER NOT NULL REFERENCES answer_groups(id), kind INTEGER NOT NULL, explanation TEXT NOT NULL
) STRICT;
CREATE INDEX group_conflicts_by_a ON group_conflicts(group_a);
CREATE INDEX group_conflicts_by_b ON group_conflicts(group_b);
CREATE TABLE scores(
  outlet INTEGER PRIMARY KEY REFERENCES outlets(id), claims INTEGER NOT NULL, corroborated INTEGER NOT NULL,
  contradicted INTEGER NOT NULL, reliability INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL
) STRICT;
CREATE TABLE agreement(
  outlet_a INTEGER NOT NULL REFERENCES outlets(id), outlet_b INTEGER NOT NULL REFERENCES outlets(id),
  shared INTEGER NOT NULL, agreed INTEGER NOT NULL, conflicted INTEGER NOT NULL, dependence INTEGER NOT NULL,
  PRIMARY KEY(outlet_a, outlet_b)
) STRICT, WITHOUT ROWID;
