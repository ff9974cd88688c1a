"""`shanshui show`."""


def show() -> None:
    """Show."""
