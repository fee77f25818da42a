"""What the controllers wrote down of their registers: the data map, and how one is begun."""
