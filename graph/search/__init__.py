"""Search over passages: index, ranking, facets, highlights and how well it does."""
