"""The nouns of the domain, as frozen values: pages, templates, words, what has a public id."""
