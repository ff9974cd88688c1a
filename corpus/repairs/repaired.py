"""The repaired text of a file, and how pieces of it are taken out without losing the way back to the source."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.document import Damage


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired text; `offsets[i]` is the offset in the source of the character that became `text[i]`.

    `offsets` never falls and has one entry more than `text`. `damage` marks what could not be repaired, in order.
    """

    text: str
    offsets: Sequence[int]
    damage: tuple[Damage, ...]

    def part(self, start: int, end: int) -> Repaired:
        """The text between two offsets, without white space at its edges; marks on that space move to the edge."""
        words = self.text[start:end]
        first = start + len(words) - len(words.lstrip())
        last = max(first, start + len(words.rstrip()))
        damage = tuple(
            Damage(d.kind, min(max(d.start, first), last) - first, max(min(d.end, last), first) - first, d.note)
            for d in self.damage
            if start <= d.start < end or d.start == end == len(self.text)
        )
        return Repaired(self.text[first:last], self.offsets[first : last + 1], damage)

    def without(self, spans: Iterable[tuple[int, int]], kind: str, note: str) -> Repaired:
        """The text without some spans, in order and not overlapping; each leaves a mark of that kind and note.

        `{}` in the note stands for the number of characters cut and the words they began with.
        """
        pieces: list[str] = []
        offsets = array("I")
        damage: list[Damage] = []
        rest = iter([*self.damage, None])
        mark = next(rest)
        last = cut = 0
        for start, end in spans:
            pieces.append(self.text[last:start])
            offsets.extend(self.offsets[last:start])
            while mark and mark.start < end:
                if mark.end <= start:
                    damage.append(Damage(mark.kind, mark.start - cut, mark.end - cut, mark.note))
                mark = next(rest)
            cut += end - start
            damage.append(Damage(kind, end - cut, end - cut, note.format(_described(self.text[start:end]))))
            last = end
        while mark:
            damage.append(Damage(mark.kind, mark.start - cut, mark.end - cut, mark.note))
            mark = next(rest)
        pieces.append(self.text[last:])
        offsets.extend(self.offsets[last:])
        return Repaired("".join(pieces), offsets, tuple(damage))


def _described(words: str) -> str:
    """What was cut, in short: 1,204 characters from “各乡镇(街道)、部门”."""
    opening = " ".join(words.split())[:12]
    return f"{len(words.strip()):,} characters from “{opening}”"
