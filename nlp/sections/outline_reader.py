"""Reads the outline of a text: line after line goes under the unit it belongs to."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from nlp.sections.enumerator import STYLES
from nlp.sections.heading import closes
from nlp.sections.label import is_note, label_of, owner_clauses
from nlp.sections.line import Line
from nlp.sections.nesting import Nesting
from nlp.sections.outline import Block, Unit
from nlp.sections.paragraph import (
    annex_of,
    box_of,
    ends_body,
    is_heading_like,
    is_role_word,
    lines_of,
    looks_ahead,
)

# Labels of fields of a record that may hold items.
_FIELDS = ("measure", "goal", "progress")


@lru_cache(maxsize=1)
def outline(text: str, tables: tuple[tuple[int, int], ...]) -> Unit:
    """The root of the units of a text; the spans of its tables stand in it as blocks.

    `一、治水\\n(一)截污。新建管网。` gives a root with one unit 一、 that holds one unit (一). The last outline is
    kept, since several components ask for the same one.
    """
    reader = _OutlineReader(text, lines_of(text, list(tables)))
    reader.read()
    return reader.nesting.root


class _OutlineReader:
    """Goes through the lines of a text and says of each what it opens, closes or belongs to."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        self.nesting = Nesting([enumerator for line in lines for enumerator in line.enumerators])
        self._text = text
        self._lines = lines
        self._numbered = any(line.opener for line in lines)

    def read(self) -> None:
        """Reads all lines."""
        for at, line in enumerate(self._lines):
            self.nesting.close_line()
            if line.is_table:
                self.nesting.add(Block(line.start, line.end, "table"))
            elif annex := annex_of(self._lines, at):
                self.nesting.end_body()
                self._start("annex", annex, line, 1)
            elif box := box_of(line):
                behind_sentence = self._text[max(0, line.start - 4) : line.start].rstrip().endswith(("。", ";"))
                self._start("box", box, line, self.nesting.depth_of_box(behind_sentence))
            elif line.opener is None and looks_ahead(line.text):
                self.nesting.end_body()
                self._start("next", "", line, 1)
            else:
                self._read_plain(at, line)
        self.nesting.close(1)

    def _read_plain(self, at: int, line: Line) -> None:
        """A line that its first words do not place: items, closing words, a heading, or more of the open unit."""
        if line.enumerators and not self._is_field(line) and not is_note(line.text):
            self._read_items(line)
        elif self.nesting.depth > 1 and not self._titles_annex() and self._ends_body(at):
            self.nesting.end_body()
            self._add(line.start, line.end)
        elif self._is_heading(at):
            depth = self.nesting.depth_of_heading(is_role_word(line.text), self._lines[at + 1].opener)
            self._start("plain", "", line, depth)
        else:
            self._add(line.start, line.end)

    def _start(self, style: str, number: str, line: Line, depth: int) -> None:
        """Starts a unit that no enumerator opens with its line, and the items that may run into the line."""
        self.nesting.start(Unit(style, number, 0, line.start, line.start), depth)
        if line.enumerators:
            self._read_items(line)
        else:
            self._add(line.start, line.end)

    def _read_items(self, line: Line) -> None:
        if (first := line.enumerators[0]).start > line.start:
            self._add(line.start, first.start)
        ends = [enumerator.start for enumerator in line.enumerators[1:]] + [line.end]
        styles = Counter(enumerator.style for enumerator in line.enumerators)
        for item, end in zip(line.enumerators, ends, strict=True):
            unit = Unit(item.style, item.number, item.value, item.start, item.end)
            unit.inline = not item.at_line and styles[item.style] > 1
            self.nesting.resume(item)
            self.nesting.start(unit, self.nesting.depth_of_enumerator(item))
            if end > item.end:
                self._add(item.end, end)

    def _add(self, start: int, end: int) -> None:
        words = self._text[start:end].lstrip()
        blocks = self.nesting.innermost.blocks
        if blocks and (words.startswith(("、", ",", ";", "。", ")")) or self._closes_above(blocks[-1], words)):
            # A line cannot open with a mark that closes: it goes on with the one above.
            blocks[-1].end = end
            return
        self.nesting.add(Block(end - len(words), end - len(words) + len(words.rstrip()), label_of(words)))

    def _closes_above(self, above: Block, words: str) -> bool:
        """True for `以下均需各镇落实,不再列出)` below `(市水务局负责。`: it closes the bracket that is open there."""
        opened = self._text[above.start : above.end]
        return opened.count("(") > opened.count(")") and words.count(")") > words.count("(")

    def _ends_body(self, at: int) -> bool:
        """Closing words end the text, but not right under a heading: 有关要求, then 请于6月底前报送."""
        bare = self.nesting.only_headed() and not self._lines[at - 1].text.endswith("。")
        headed = bare and closes(self._lines[at].text)
        return not headed and ends_body(self._lines, at)

    def _is_field(self, line: Line) -> bool:
        """True for 具体措施:1.…2.… below 任务名称:…, where the items are part of a record.

        Items that each name who carries them are none: 整改措施:(1)清淤。责任单位:市水务局(2)截污。责任单位:市住建局.
        """
        label = label_of(line.text) if line.opener is None else None
        if label not in _FIELDS or all(block.label != "problem" for block in self.nesting.innermost.blocks):
            return False
        return len(line.enumerators) < 2 or len(owner_clauses(line.text)) < len(line.enumerators)

    def _titles_annex(self) -> bool:
        """True right under 附件1, where the annex has its title."""
        return self.nesting.innermost.style == "annex" and len(self.nesting.innermost.blocks) == 1

    def _is_heading(self, at: int) -> bool:
        """A line like a heading that names a part of a plan, restarts a count, or stands where nothing counts."""
        words = self._lines[at].text
        if self._titles_annex() or not is_heading_like(self._lines, at):
            return False
        if label_of(words) and self.nesting.innermost.style in STYLES:
            return False
        opener = self._lines[at + 1].opener
        if is_role_word(words):
            # Right above 一、 the first line is the title of the document: 某县治水目标任务.
            return at > 0 or opener is None or opener.style != "han"
        if at == 0 or words.endswith(":"):
            return False
        if opener is None:
            return not self._numbered
        restarts = self.nesting.seen(opener.style) or STYLES[opener.style][0] > STYLES["han"][0]
        return opener.value == 1 and restarts
