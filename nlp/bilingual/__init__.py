"""English and Chinese words for the same thing: glossary, names, everyday wordings, typing errors."""
