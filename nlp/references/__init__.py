"""How documents are named in a text: by numbers, by titles in book-title marks, by the notices that carry them."""
