"""The policies, laws and standards that a document cites."""
