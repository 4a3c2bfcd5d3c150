"""From the model to what a page shows: elements, Markdown, what templates of the theme may ask."""
