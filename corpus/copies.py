"""Copies: a page that carries its text twice is read once. Works in linear time, on the hashes of its sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.repairs.repaired import Repaired

SENTENCE = re.compile(r"[^\n。;!?]+[。;!?]*")
TELLING = 12  # characters of a sentence that does not stand twice by chance
LEAST, LEAST_SHARE = 200, 0.15  # characters of a copy, and their share of the page
SAME = 0.8  # of the characters of a copy, this share stands in the first text as well
DRIFT, DRIFT_SHARE = 6, 0.03  # sentences that a copy may have more or fewer up to any place
MOST = 4  # copies of one text that are looked for
TITLE_TWICE = re.compile(r"([^\n]{8,})\n+(?=\1(?:\n|$))")
ANNEX = re.compile(r"附(?:件|表|录)\s*\d*:?")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, a heading or a cell: its place, and its words without white space."""

    start: int
    end: int
    words: str


def cut_copies(repaired: Repaired) -> Repaired:
    """The text without further copies of itself, as pages have them that show a text and its printing version.

    What only the copy says stays. An annex that restates the measures of its plan in a table is no copy. A mark with
    the number of characters that went is left behind at each place.
    """
    title = TITLE_TWICE.match(repaired.text)
    if title:
        repaired = repaired.without([title.span()], "repeated-text", "the title stood twice: {}")
    for _ in range(MOST):
        sentences = [Sentence(*m.span(), re.sub(r"\s+", "", m.group())) for m in SENTENCE.finditer(repaired.text)]
        copy = _copy(sentences)
        if copy is None:
            break
        repaired = repaired.without(
            _spans(sentences, *copy, repaired.text), "repeated-text", "a second copy of the text was left out: {}"
        )
    return repaired.part(0, len(repaired.text))


def _copy(sentences: list[Sentence]) -> tuple[int, int] | None:
    """The first and last number of the sentences of a second copy, or None.

    A copy is a stretch behind the first text, most of whose characters stand in the first text, in the same order.
    """
    pairs = _in_order(_equal(sentences), sentences)
    if not pairs:
        return None
    pairs = [(first, second) for first, second in pairs if first < pairs[0][1]]  # of several copies, the first
    begin, end = _widened(sentences, pairs)
    stretch = sentences[begin : end + 1]
    between = sentences[pairs[-1][0] + 1 : begin + 1]
    if pairs[-1][0] >= begin or any(ANNEX.fullmatch(sentence.words) for sentence in between):
        return None
    known = {sentence.words for sentence in sentences[:begin]}
    size = _size(stretch)
    same = _size([sentence for sentence in stretch if sentence.words in known])
    return (begin, end) if size >= max(LEAST, LEAST_SHARE * _size(sentences)) and same >= SAME * size else None


def _size(sentences: list[Sentence]) -> int:
    """The number of characters in sentences."""
    return sum(len(sentence.words) for sentence in sentences)


def _equal(sentences: list[Sentence]) -> list[tuple[int, int]]:
    """The pairs of equal telling sentences, by number, those of a few occurrences each."""
    places: dict[str, list[int]] = defaultdict(list)
    pairs: list[tuple[int, int]] = []
    for number, sentence in enumerate(sentences):
        if len(sentence.words) >= TELLING:
            earlier = places[sentence.words]
            pairs += ((place, number) for place in earlier[:MOST])
            earlier.append(number)
    return pairs


def _in_order(pairs: list[tuple[int, int]], sentences: list[Sentence]) -> list[tuple[int, int]]:
    """The pairs that lie about as far from each other as most characters do, in rising order."""
    votes: dict[int, int] = defaultdict(int)
    for first, second in pairs:
        votes[second - first] += len(sentences[first].words)
    if not votes:
        return []
    usual = max(votes, key=lambda distance: sum(votes.get(distance + near, 0) for near in range(-2, 3)))
    drift = max(DRIFT, DRIFT_SHARE * usual)
    kept: list[tuple[int, int]] = []
    for first, second in pairs:
        if abs(second - first - usual) <= drift and (not kept or (first > kept[-1][0] and second > kept[-1][1])):
            kept.append((first, second))
    return kept


def _widened(sentences: list[Sentence], pairs: list[tuple[int, int]]) -> tuple[int, int]:
    """The numbers of the first and last sentence of the copy, short equal ones at its edges included."""
    (ahead, begin), (behind, end) = pairs[0], pairs[-1]
    while ahead > 0 and begin - 1 > behind and sentences[ahead - 1].words == sentences[begin - 1].words:
        ahead, begin = ahead - 1, begin - 1
    while end + 1 < len(sentences) and behind + 1 < begin and sentences[behind + 1].words == sentences[end + 1].words:
        behind, end = behind + 1, end + 1
    return begin, end


def _spans(sentences: list[Sentence], begin: int, end: int, text: str) -> Iterator[tuple[int, int]]:
    """The stretches to cut: the sentences of the copy that stand in the first text, with the line ends behind them."""
    known = {sentence.words for sentence in sentences[:begin]}
    start: int | None = None
    for sentence in sentences[begin : end + 1]:
        if sentence.words in known:
            start = sentence.start if start is None else start
        elif start is not None:
            yield start, sentence.start
            start = None
    if start is not None:
        last = sentences[end].end
        yield start, last + len(text[last:]) - len(text[last:].lstrip("\n"))
