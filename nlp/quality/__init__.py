"""How well documents are read: scores against gold, and the report on them."""
