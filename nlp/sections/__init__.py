"""The structure of a document: its lines under headings, nested, each with the role of what stands there."""
