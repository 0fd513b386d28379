-- What makes of a use a denial or a mention is read by more signs: the usage of every term is counted anew, in the
-- background. Until a term is done, comparisons read the quotes.
UPDATE terms SET is_whole = false;
