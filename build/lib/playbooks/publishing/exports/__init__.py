"""The words in the formats of other tools; everything comes from the same model as the pages."""
