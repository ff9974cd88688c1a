"""PDF files: characters and ruled lines on pages, put together as text."""
