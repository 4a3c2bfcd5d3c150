"""Search in three languages: stemmers and the table of lemmas."""
