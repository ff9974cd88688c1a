"""Web pages: the document on them, without the page around it; Markdown, which may hold pieces of such a page."""
