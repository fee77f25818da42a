"""One file a shape, in order."""
