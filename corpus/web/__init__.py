"""Web pages: the document on them, without the page around it."""
