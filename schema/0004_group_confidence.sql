-- How likely a group's claims say what their statements say, and one fact; millionths.
ALTER TABLE answer_groups ADD COLUMN confidence INTEGER NOT NULL DEFAULT 1000000;
