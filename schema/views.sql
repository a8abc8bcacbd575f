-- The public views: the contract with users. Columns may be added; those that are there stay.
--
-- Both halves of credited_claims have the same affinities, hence the CASTs: only then does SQLite look a joined claim up
-- by its id in either half, instead of making up the whole view first.
CREATE VIEW credited_claims AS
SELECT c.id AS claim_id, d.name AS document, o.name AS outlet, b.name AS basis, c.subject, c.predicate, c.object,
  p.name AS polarity, m.name AS modality, CAST(nullif(c.speaker, '') AS TEXT) AS speaker, v.number AS value,
  CAST(nullif(v.unit, '') AS TEXT) AS unit, CAST(s.text AS TEXT) AS statement, s.begin, s."end",
  CAST(nullif(d.published, '') AS TEXT) AS published, r.name AS relation, CAST(nullif(c.date, '') AS TEXT) AS date,
  CAST(nullif(c.place, '') AS TEXT) AS place, CAST(c.confidence / 1e6 AS REAL) AS confidence, c.predicate_text,
  c.subject_begin, c.subject_end, c.predicate_begin, c.predicate_end, c.object_begin, c.object_end, c.clause,
  s.id AS statement_id
FROM claims c JOIN statements s ON s.id = c.statement JOIN documents d ON d.id = s.document
JOIN credits k ON k.statement = s.id
  AND NOT EXISTS (SELECT 1 FROM withheld_credits w WHERE w.claim = c.id AND w.outlet = k.outlet)
JOIN outlets o ON o.id = k.outlet
JOIN names b ON b.enumeration = 'basis' AND b.code = k.basis
JOIN names p ON p.enumeration = 'polarity' AND p.code = c.polarity
JOIN names m ON m.enumeration = 'modality' AND m.code = c.modality
LEFT JOIN claim_values v ON v.claim = c.id AND v.main = 1
LEFT JOIN names r ON r.enumeration = 'relation' AND r.code = v.relation
UNION ALL
SELECT c.id, i.name, o.name, CAST('publisher' AS TEXT), c.subject, c.predicate, c.object, CAST('affirmed' AS TEXT),
  CAST('asserted' AS TEXT), CAST(NULL AS TEXT), c.number, CAST(nullif(c.unit, '') AS TEXT),
  CAST(nullif(c.verbatim, '') AS TEXT), CAST(NULL AS INTEGER), CAST(NULL AS INTEGER),
  CAST(nullif(c.published, '') AS TEXT), r.name, CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(1 AS REAL), c.predicate,
  CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), CAST(NULL AS INTEGER),
  CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), CAST(NULL AS INTEGER)
FROM ready_claims c JOIN inputs i ON i.id = c.input JOIN outlets o ON o.id = c.outlet
LEFT JOIN names r ON r.enumeration = 'relation' AND r.code = c.relation;

-- Every statement with every outlet credited for it; one row with a NULL outlet when nobody is.
CREATE VIEW statement_credits AS
SELECT s.id AS statement_id, d.name AS document, s.text AS statement, s.begin, s."end", s.paragraph, o.name AS outlet,
  b.name AS basis, nullif(k.mention, '') AS mention, iif(k.begin < k."end", k.begin, NULL) AS mention_begin,
  iif(k.begin < k."end", k."end", NULL) AS mention_end, nullif(d.published, '') AS published
FROM statements s JOIN documents d ON d.id = s.document
LEFT JOIN credits k ON k.statement = s.id LEFT JOIN outlets o ON o.id = k.outlet
LEFT JOIN names b ON b.enumeration = 'basis' AND b.code = k.basis;

-- Documents that print another outlet's report by their own account ("PARIS (AFP) -", "Source: Kyodo").
CREATE VIEW wire_copies AS
SELECT d.name AS document, p.name AS publisher, o.name AS outlet, n.name AS kind, w.begin, w."end",
  nullif(d.published, '') AS published
FROM wire_marks w JOIN documents d ON d.id = w.document JOIN outlets o ON o.id = w.outlet
JOIN names n ON n.enumeration = 'wire mark' AND n.code = w.kind LEFT JOIN outlets p ON p.id = d.publisher;

CREATE VIEW claim_groups AS
SELECT id AS group_id, subject, predicate, answer, claims, outlets, families AS publisher_families,
  independent AS independent_outlets, probability / 1e6 AS probability, first_published, last_published, rank, question,
  confidence / 1e6 AS confidence
FROM answer_groups;

CREATE VIEW group_claims AS SELECT group_id, claim_id FROM group_members;

CREATE VIEW conflicts AS
SELECT c.id AS conflict_id, c.group_a, c.group_b, k.name AS kind, c.explanation, a.outlets AS outlets_a,
  b.outlets AS outlets_b, p.name AS parties, CAST(nullif(c.speaker_a, '') AS TEXT) AS speaker_a,
  CAST(nullif(c.speaker_b, '') AS TEXT) AS speaker_b
FROM group_conflicts c JOIN answer_groups a ON a.id = c.group_a JOIN answer_groups b ON b.id = c.group_b
JOIN names k ON k.enumeration = 'conflict' AND k.code = c.kind
JOIN names p ON p.enumeration = 'parties' AND p.code = c.parties;

CREATE VIEW resolved_values AS
SELECT subject, predicate, answer, probability / 1e6 AS probability, rank, outlets, id AS group_id, question
FROM answer_groups;

CREATE VIEW outlet_agreement AS
SELECT a.name AS outlet_a, b.name AS outlet_b, g.shared, g.agreed, g.conflicted, g.dependence / 1e6 AS dependence
FROM agreement g JOIN outlets a ON a.id = g.outlet_a JOIN outlets b ON b.id = g.outlet_b;

CREATE VIEW outlet_scores AS
SELECT o.name AS outlet, s.claims, s.corroborated, s.contradicted, s.reliability / 1e6 AS reliability,
  s.low / 1e6 AS low, s.high / 1e6 AS high
FROM scores s JOIN outlets o ON o.id = s.outlet;

CREATE VIEW runs AS
SELECT id AS run_id, started, finished, state, parameters, claims, questions, groups, conflicts, compatible_pairs,
  revisions
FROM run_log;
