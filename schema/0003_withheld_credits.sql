-- Credits of a statement that do not stand behind one of its claims: in "A sank, Reuters said, while CNN spoke of a
-- fire" the fire is not Reuters's.
CREATE TABLE withheld_credits(
  claim INTEGER NOT NULL REFERENCES claims(id), outlet INTEGER NOT NULL REFERENCES outlets(id),
  PRIMARY KEY(claim, outlet)
) STRICT, WITHOUT ROWID;
