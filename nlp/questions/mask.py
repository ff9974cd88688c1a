"""A question from which recognised stretches are taken, one kind after the other, until only its topic is left."""

from __future__ import annotations

import re

_GONE = "\x00"


class Mask:
    """A question and what is left of it; offsets stay those of the question."""

    def __init__(self, text: str) -> None:
        """Nothing is taken yet."""
        self.text = text
        self.rest = text

    def take(self, start: int, end: int) -> str:
        """Takes a stretch away and returns what stood there."""
        self.rest = self.rest[:start] + _GONE * (end - start) + self.rest[end:]
        return self.text[start:end]

    def take_all(self, pattern: re.Pattern[str]) -> list[str]:
        """Takes every stretch that matches away and returns them."""
        found = [(match.start(), match.end()) for match in pattern.finditer(self.rest)]
        return [self.take(start, end) for start, end in found]

    def take_around(self, match: re.Match[str]) -> None:
        """Takes a match away but for the first group in it that stands for something: all of it where none does."""
        kept = (match.span(group) for group in range(1, match.re.groups + 1) if match[group])
        start, end = next(kept, (match.end(), match.end()))
        self.take(match.start(), start)
        self.take(end, match.end())

    def take_words(self, pattern: re.Pattern[str]) -> None:
        """Takes what matches and does not cut a Chinese word: 能 of `能达到`, not of 功能区."""
        at = bounds(self.text)
        for match in list(pattern.finditer(self.rest)):
            if match.group().isascii() or {match.start(), match.end()} <= at:
                self.take(match.start(), match.end())

    def phrases(self) -> list[str]:
        """What is left, in its stretches without marks and blanks at their ends; a list of English words is one:
        `mountains, rivers and lakes`."""
        parts = re.split(
            rf"(?:(?<![A-Za-z]),|,(?!\s*[A-Za-z])|[{_GONE};:!?。、;:!?()“”\"《》\[\]]|(?<!\d)\.|\.(?!\d)|'(?!s))+",
            self.rest,
        )
        return [part.strip(" -·") for part in parts if part.strip(" -·")]


def bounds(text: str) -> set[int]:
    """The offsets at which words of a Chinese text begin or end."""
    # Its dictionary takes a sixth of a second to load, which no English question has to wait for.
    import rjieba

    found, at = {0}, 0
    for word in rjieba.cut(text):
        at += len(word)
        found.add(at)
    return found
