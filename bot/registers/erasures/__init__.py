"""Erasing in a register: what goes and what a law keeps, done from a plan, logged, repeated."""
