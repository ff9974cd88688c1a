"""The outline of a document: units nested as the document itself nests its enumerators and headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from nlp.enumerator import STYLES, Enumerator, find
from nlp.heading import closes, is_title, label_of, role_of

_ANNEX = re.compile(r"附(?:件|表|录)\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?(?:[-—]\d)?\s*(?::|\n|$|(?=[\u4e00-\u9fff《]))")
_DATE = re.compile(r"\(?(?:(?:\d{2,4}|[二〇○0０零一三四五六七八九xX×_*]{2,4})年.{1,6}月?.{0,6}日|\*+日|\d{4}-\d\d?-\d\d?)(?:印发)?\)?[。.]?$")
_PLAIN_LENGTH = 30


@dataclass(slots=True)
class Block:
    """A line or part of a line under a unit; `label` is its opening label (owner, time, goal …) or None."""

    start: int
    end: int
    label: str | None


@dataclass(slots=True, eq=False)
class Unit:
    """An enumerated item, or a heading without enumerator, with the blocks and units under it.

    `start` is at the enumerator, `body` behind it, `end` behind the last character of everything under it. `series`
    counts the times its style has started afresh under the same parent; `inline` is true where it stands inside a line.
    """

    style: str
    number: str
    value: int
    start: int
    body: int
    parent: Unit | None
    series: int = 1
    inline: bool = False
    end: int = 0
    blocks: list[Block] = field(default_factory=list)
    children: list[Unit] = field(default_factory=list)

    @property
    def head(self) -> Block | None:
        """The block that opens the unit; None for an enumerator without text."""
        return self.blocks[0] if self.blocks else None

    def walk(self) -> Iterator[Unit]:
        """The unit and all units under it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    enumerators: list[Enumerator]


def outline(text: str, tables: list[tuple[int, int]]) -> Unit:
    """Reads the units of a text, leaving out the spans of its tables, and returns the root that holds them all.

    Nesting is learned: a style never seen before goes under the unit that is open, one seen before goes back to its level.
    `一、…(一)…1.…` nests three deep, and so does `一、…1.…(1)…`.
    """
    builder = _Builder(text, _lines(text, tables))
    builder.run()
    return builder.root


def _lines(text: str, tables: list[tuple[int, int]]) -> list[_Line]:
    enumerators = find(text)
    spans = iter([*sorted(tables), (len(text), len(text))])
    table = next(spans)
    lines: list[_Line] = []
    at = 0
    for match in re.finditer(r"[^\n]+", text):
        while match.start() >= table[1] and table[0] < len(text):
            table = next(spans)
        inside = match.start() >= table[0] and match.start() < table[1]
        first = at
        while at < len(enumerators) and enumerators[at].start < match.end():
            at += 1
        if not inside:
            lines.append(_Line(match.start(), match.end(), enumerators[first:at]))
    return lines


class _Builder:
    """Places line after line under the units that are open."""

    def __init__(self, text: str, lines: list[_Line]) -> None:
        self.text = text
        self.lines = lines
        self.root = Unit("root", "", 0, 0, 0, None)
        self._open = [self.root]
        self._parents: dict[str, str] = {}
        self._enumerators = [e for line in lines for e in line.enumerators]
        self._next = _next_of_style(self._enumerators)
        self._seen = 0

    def run(self) -> None:
        """Reads all lines."""
        for at, line in enumerate(self.lines):
            words = self.text[line.start : line.end]
            self._close(next((depth for depth, unit in enumerate(self._open) if unit.inline), len(self._open)))
            if self._opens_annex(at, words):
                self._start("annex", _annex_number(words), 0, line.start, line.start, 0)
                self._add(line.start, line.end)
            elif line.enumerators:
                self._read_enumerated(line)
            elif self._ends_body(at, words):
                self._close(0)
                self._add(line.start, line.end)
            elif self._is_heading(at, words):
                self._read_heading(at, line)
            else:
                self._add(line.start, line.end)
        self._close(0)

    def _opens_annex(self, at: int, words: str) -> bool:
        """An annex begins at 附件1 on a line of its own, not at the list `附件:1.任务清单` under the main text."""
        if not _ANNEX.match(words) or len(words) > 40 or re.match(r"附件:?\d?[.、:]?\(", words):
            return False
        following = [self.text[line.start : line.end] for line in self.lines[at + 1 : at + 3]]
        listed = re.match(r"附件:?\s*1?[.、:]", words) and following and re.match(r"(?:附件)?2[.、:]", following[0])
        short = bool(following) and all(len(f) < 40 and not re.search("[。;]", f) for f in following)
        if re.match(r"附(?:件|表|录):", words) and (listed or short or not following):
            return False
        return bool(following) and not listed

    def _ends_body(self, at: int, words: str) -> bool:
        """A date, a signature above a date, the title of another document, or a closing paragraph."""
        if len(self._open) == 1:
            return False
        if _DATE.match(words) or is_title(words) or (closes(words) and label_of(words) is None):
            return True
        signs = len(words) <= _PLAIN_LENGTH and not re.search("[。;:,]", words) and at + 1 < len(self.lines)
        return signs and bool(_DATE.match(self.text[self.lines[at + 1].start : self.lines[at + 1].end]))

    def _is_heading(self, at: int, words: str) -> bool:
        """A short line without full stop, followed by a paragraph or an enumerator, that is no label and no signature."""
        bare = words.rstrip(":")
        if not 2 <= len(bare) <= _PLAIN_LENGTH or re.search("[。;!?,…:|*]|^[(\\d]", bare) or is_title(words):
            return False
        if label_of(words) and self._open[-1].style not in ("root", "plain", "annex"):
            return False
        if at + 1 >= len(self.lines) or (at and self._runs_on(at)):
            return False
        following = self.lines[at + 1]
        sentence = self.text[following.start : following.end]
        known = role_of(bare, False) is not None
        if following.enumerators and following.enumerators[0].at_line:
            return known or following.enumerators[0].value == 1
        alone = not self._enumerators and not words.endswith(":")
        return (known or alone or self._open[-1].style == "plain") and len(sentence) > len(words) + 10

    def _runs_on(self, at: int) -> bool:
        """The line before does not end a sentence and is no heading, so that this line may be its rest."""
        before = self.lines[at - 1]
        words = self.text[before.start : before.end]
        return len(words) > _PLAIN_LENGTH and words[-1] not in "。;:!?)）】"

    def _read_heading(self, at: int, line: _Line) -> None:
        words = self.text[line.start : line.end]
        following = self.lines[at + 1].enumerators
        depth = self._heading_depth(words, following[0] if following and following[0].at_line else None)
        self._start("plain", "", 0, line.start, line.start, depth)
        self._add(line.start, line.end)

    def _heading_depth(self, words: str, following: Enumerator | None) -> int:
        """How many units stay open above a heading without enumerator."""
        if following is not None and (level := self._level(following.style)) is not None:
            return level
        if (level := self._level("plain")) is not None:
            return level
        if role_of(words.rstrip(":"), False) is not None and not self._only_headed():
            return 1
        return len(self._open)

    def _only_headed(self) -> bool:
        """True while the innermost unit has its heading and nothing else."""
        return len(self._open) > 1 and len(self._open[-1].blocks) == 1 and not self._open[-1].children

    def _read_enumerated(self, line: _Line) -> None:
        first = line.enumerators[0]
        if first.start > line.start:
            self._add(line.start, first.start)
        ends = [e.start for e in line.enumerators[1:]] + [line.end]
        styles = Counter(enumerator.style for enumerator in line.enumerators)
        for enumerator, end in zip(line.enumerators, ends, strict=True):
            self._place(enumerator)
            self._open[-1].inline = not enumerator.at_line and styles[enumerator.style] > 1
            if end > enumerator.end:
                self._add(enumerator.end, end)

    def _place(self, enumerator: Enumerator) -> None:
        level = self._level(enumerator.style)
        if level is None:
            level = self._new_level(enumerator)
        self._seen += 1
        self._start(enumerator.style, enumerator.number, enumerator.value, enumerator.start, enumerator.end, level)
        self._parents.setdefault(enumerator.style, self._open[-2].style)

    def _level(self, style: str) -> int | None:
        return next((i for i in range(len(self._open) - 1, 0, -1) if self._open[i].style == style), None)

    def _new_level(self, enumerator: Enumerator) -> int:
        """How many units stay open above an enumerator whose style is not open."""
        if enumerator.style == "bullet" or self._only_headed():
            return len(self._open)
        if (parent := self._parents.get(enumerator.style)) and (level := self._level(parent)) is not None:
            return level + 1
        rank = STYLES[enumerator.style][0]
        level = len(self._open)
        while level > 1 and self._outranks(rank, self._open[level - 1]):
            level -= 1
        return level

    def _outranks(self, rank: int, unit: Unit) -> bool:
        """True where a style of this rank closes the unit, unless the unit's series counts on behind it."""
        if unit.style in ("plain", "annex", "root") or STYLES[unit.style][0] <= rank:
            return False
        following = self._next[self._index_of(unit)]
        return following is None or self._enumerators[following].value != unit.value + 1

    def _index_of(self, unit: Unit) -> int:
        return next(i for i in range(self._seen - 1, -1, -1) if self._enumerators[i].start == unit.start)

    def _start(self, style: str, number: str, value: int, start: int, body: int, depth: int) -> None:
        self._close(max(depth, 1))
        parent = self._open[-1]
        series = _series(parent, style, value)
        unit = Unit(style, number, value, start, body, parent, series)
        parent.children.append(unit)
        self._open.append(unit)

    def _close(self, depth: int) -> None:
        """Closes the units from this depth down; the root stays open."""
        while len(self._open) > max(depth, 1):
            unit = self._open.pop()
            unit.end = max([unit.body, *(b.end for b in unit.blocks[-1:]), *(c.end for c in unit.children[-1:])])

    def _add(self, start: int, end: int) -> None:
        words = self.text[start:end].lstrip()
        start = end - len(words)
        self._open[-1].blocks.append(Block(start, end, label_of(words)))


def _next_of_style(enumerators: list[Enumerator]) -> list[int | None]:
    """For each enumerator, the next one of the same style."""
    following: list[int | None] = [None] * len(enumerators)
    latest: dict[str, int] = {}
    for at in range(len(enumerators) - 1, -1, -1):
        following[at] = latest.get(enumerators[at].style)
        latest[enumerators[at].style] = at
    return following


def _series(parent: Unit, style: str, value: int) -> int:
    before = next((child for child in reversed(parent.children) if child.style == style), None)
    if before is None:
        return 1
    return before.series + (1 if value and value <= before.value else 0)


def _annex_number(words: str) -> str:
    match = _ANNEX.match(words)
    return re.sub(r"[\s:]", "", match[0]) if match else "附件"
