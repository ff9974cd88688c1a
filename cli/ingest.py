"""`shanshui ingest`: reads files into a store."""
