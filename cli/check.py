"""`shanshui check`."""


def check() -> None:
    """Say whether the store is sound."""
