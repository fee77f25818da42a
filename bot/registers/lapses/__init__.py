"""Whose period is over: what the companies promised to erase by themselves (Art. 5(1)(e))."""
