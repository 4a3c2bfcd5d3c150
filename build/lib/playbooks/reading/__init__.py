"""From the text of a file to the model: blocks, scripts, pages."""
