"""Places of China, from the provinces down to counties."""
