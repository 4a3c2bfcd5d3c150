"""The data files beside the pages: what they hold, and how they are read."""
