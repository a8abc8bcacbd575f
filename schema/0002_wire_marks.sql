-- What documents print of other outlets by their own account: evidence that the two are not independent.
CREATE TABLE wire_marks(
  document INTEGER NOT NULL REFERENCES documents(id), begin INTEGER NOT NULL, "end" INTEGER NOT NULL,  -- of the name
  outlet INTEGER NOT NULL REFERENCES outlets(id), kind INTEGER NOT NULL, PRIMARY KEY(document, begin, outlet)
) STRICT, WITHOUT ROWID;
INSERT INTO names VALUES
  ('wire mark', 0, 'dateline'), ('wire mark', 1, 'byline'), ('wire mark', 2, 'closing'), ('wire mark', 3, 'contribution');
