"""Where the personal data is: one module a kind of source, and the map that says what it holds."""
