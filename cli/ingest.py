"""`shanshui ingest`."""


def ingest() -> None:
    """Ingest."""
