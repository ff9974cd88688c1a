"""Facts become rows: nodes and edges with ids made from content."""
