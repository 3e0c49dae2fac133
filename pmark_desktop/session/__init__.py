"""What the user is doing now: models, undo, settings. Knows Qt, but no widgets."""
