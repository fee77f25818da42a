"""Restricting, lifting, correcting and stopping in a register."""
