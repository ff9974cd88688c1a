"""A number with its noun, as English sentences have it."""


def counted(number: int, noun: str) -> str:
    """`1 task`, `3 tasks`, `0 tasks`, `2,140 tasks`; the noun stands in the singular."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
