"""How each kind of effect is carried out: outside any transaction, and harmless when repeated."""
