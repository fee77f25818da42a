"""The pure core: decisions as functions of values; no I/O, no clock, no randomness."""
