"""What can be wrong with the content, one kind a module."""
