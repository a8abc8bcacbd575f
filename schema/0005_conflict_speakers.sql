-- Who says the sides of a conflict, where it is speakers who contradict each other; '' where outlets say so themselves.
ALTER TABLE group_conflicts ADD COLUMN parties INTEGER NOT NULL DEFAULT 0;
ALTER TABLE group_conflicts ADD COLUMN speaker_a TEXT NOT NULL DEFAULT '';
ALTER TABLE group_conflicts ADD COLUMN speaker_b TEXT NOT NULL DEFAULT '';
INSERT INTO names VALUES ('parties', 0, 'outlets'), ('parties', 1, 'speakers');
-- What earlier runs found knows neither confidence nor speakers: the next run makes it anew, though no claims came in.
UPDATE run_log SET state = 'outdated';
