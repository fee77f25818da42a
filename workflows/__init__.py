"""Law as tables."""
