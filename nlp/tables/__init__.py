"""Tables as rows of cells, whichever way they came into the text."""
