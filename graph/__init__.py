"""What is kept: facts as a graph, with the search index beside it."""
