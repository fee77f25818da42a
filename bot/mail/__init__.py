"""Mail as bytes: pure reading, judging and composing; no network."""
