"""What can be asked from outside: HTTP over the graph. Thin: parse, call `graph/`, shape the answer."""
