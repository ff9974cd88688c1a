"""Places of GB/T 2260 from the provinces down to counties: by name in Chinese or English, and in running text."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import ahocorasick

from corpus.characters import is_han
from corpus.words import alternatives
from nlp.facts import Place
from nlp.places.gazetteer import Entry, load_entries, load_names
from nlp.vocabulary import words
from nlp.wording import pattern

_LEVELS = ("province", "prefecture", "county")
_ENGLISH_KIND = re.compile(
    r"(?:autonomous|zhuang|hui|uy[gh]+ur|special)?"
    r"(?:province|city|municipality|prefecture|league|county|district|banner|region)$"
)
_MARKS = re.compile(r"[\s'’\-]")
_STREET = pattern("place_words", "street")
_NEEDS_PARENT = frozenset(words("place_words", "needs_parent"))
_NEEDS_KIND = frozenset(words("place_words", "needs_kind"))
_COUNTRY = frozenset(words("place_words", "country")) | {"china", "national"}
_REFUSED = ""
_LONGEST = 16  # characters of a text in which the place that it begins with ends


def find(name: str, near: Place | None = None) -> Place | None:
    """The place that goes by a name: full, short or English; None where there is none, or several to choose from.

    Knows `杭州`, `浙江省杭州市`, `Hangzhou`, `黔东南州`, `Qiandongnan`. Of places that share a name the one nearest to
    `near` is meant: 鼓楼区 near 南京市. Without it 朝阳 is the city, and 鼓楼区 is None.
    """
    key = _key(name)
    if key in _COUNTRY:
        return Place("中国", None, "national", [])
    entry = _resolve(key, near.code if near else None)
    return _place(entry) if entry else None


def is_shared(name: str) -> bool:
    """Whether several places go by a name, so that it needs another beside it: 通州区, 鼓楼区; not 西湖区 near 杭州."""
    return len({entry.code for entry in load_names().get(_key(name), ()) if not entry.former}) > 1


def mentions(text: str, near: Place | None = None) -> list[tuple[int, int, Place]]:
    """The places named in a text with their spans, in reading order, the leftmost and longest name of each stretch.

    Provinces and prefectures count by full and short name, counties by full name, and by short name where they lie
    in `near`. Reads both of `贵州省黔东南州`; no place in `长治久安`, `广州路`, `湖南山区` (but 湖南), `主城区`.
    """
    found: list[tuple[int, int, Place]] = []
    for last, (size, name) in _automaton().iter_long(text):
        start, end = last + 1 - size, last + 1
        before = found[-1][2] if found and found[-1][1] == start else None
        place = _read(text, start, end, name, before, near) if name else None
        if place:
            found.append((start, end, place))
    if near and near.code:
        found = _merge(found, _short_mentions(text, near))
    return found


def opening(text: str) -> int:
    """The length of the place that a text begins with: 3 for `凯里市污泥`, 0 for `污泥` and `长治久安`."""
    if text[:2] not in _openings():
        return 0
    return next((end for start, end, _ in mentions(text[:_LONGEST]) if start == 0), 0)


def contains(outer: Place, inner: Place) -> bool:
    """Whether a place lies in another or is the same: 贵州省 contains 凯里市; the whole country contains all."""
    if outer.code is None or inner.code is None:
        return outer.level == "national"
    return inner.code.startswith(_stem(outer.code))


def _read(text: str, start: int, end: int, name: str, before: Place | None, near: Place | None) -> Place | None:
    """The place meant by a name in its surroundings, or None where the words mean something else."""
    if _STREET.match(text, end) and any(entry.short == name != entry.name for entry in load_names()[name]):
        return None
    inner = find(name, before) if before else None
    if before and inner and contains(before, inner):
        return inner
    place = find(name, near)
    if place is None or not _is_plain(name):
        return place
    runs_on = start > 0 and is_han(text[start - 1])
    known = near is not None and contains(near, place)
    return place if (known or name not in _NEEDS_PARENT) and not runs_on else None


def _is_plain(name: str) -> bool:
    """Whether a name is easily part of other words: 城区 in 主城区, 和县 in 市和县, 会同县 in 要会同县公安局."""
    return name in _NEEDS_PARENT or (len(name) == 2 and name.endswith("县")) or name in words("place_words", "verbal")


@lru_cache(maxsize=1 << 14)
def _resolve(key: str, near: str | None) -> Entry | None:
    """The place of a name, or of a chain of names from the outside in such as 浙江省杭州市西湖区."""
    entry = _choose(load_names().get(key, ()), near)
    if entry:
        return entry
    for cut in range(len(key) - 2, 1, -1):
        outer = _choose(load_names().get(key[:cut], ()), near)
        if outer:
            inner = _resolve(key[cut:], outer.code)
            return inner if inner and inner.code.startswith(outer.stem) else None
    return None


def _key(name: str) -> str:
    """A name as the index holds it: no spaces or marks; English in small letters without its kind."""
    key = _MARKS.sub("", name).lower()
    return (_ENGLISH_KIND.sub("", key) or key) if key.isascii() else key


def _choose(entries: tuple[Entry, ...], near: str | None) -> Entry | None:
    """Of the places that share a name the one nearest to `near`, then one still in force, then the highest."""
    if not entries:
        return None

    def order(entry: Entry) -> tuple[int, bool, int]:
        return _distance(entry.code, near), entry.former, entry.rank

    best, *others = sorted(entries, key=order)
    return None if others and not best.former and order(others[0]) == order(best) else best


def _distance(code: str, near: str | None) -> int:
    """0 for the place itself, 1 inside it, 2 in the same prefecture, 3 in the same province, 4 elsewhere."""
    if near is None:
        return 4
    if code == near:
        return 0
    if code.startswith(_stem(near)):
        return 1
    return 2 if code[:4] == near[:4] and near[2:4] != "00" else 3 if code[:2] == near[:2] else 4


def _stem(code: str) -> str:
    """The digits that all codes inside a place begin with: 52 of 520000, 5226 of 522600."""
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def _place(entry: Entry) -> Place:
    by_code = load_entries()
    codes = [entry.code[:2] + "0000", entry.code[:4] + "00", entry.code]
    path = [by_code[code].name for code in dict.fromkeys(codes) if code in by_code]
    return Place(entry.name, entry.code, _LEVELS[entry.rank], path)


@cache
def _openings() -> frozenset[str]:
    """The first two characters of every name of a place."""
    return frozenset(name[:2] for name in load_names())


@cache
def _automaton() -> ahocorasick.Automaton:
    """All names that stand for themselves in a text, and the wordings that hold one and mean something else."""
    automaton = ahocorasick.Automaton()
    for name, entries in load_names().items():
        if not name.isascii() and name not in _NEEDS_KIND and any(_stands_alone(name, entry) for entry in entries):
            automaton.add_word(name, (len(name), name))
    for name in words("place_words", "negative"):
        automaton.add_word(name, (len(name), _REFUSED))
    automaton.make_automaton()
    return automaton


def _stands_alone(name: str, entry: Entry) -> bool:
    """Whether a name of a place is plain enough in a text: not the short name of a county or of a former place."""
    return name != entry.short or name == entry.name or (entry.rank < 2 and not entry.former)


@cache
def _counties() -> dict[str, set[str]]:
    """The short names of counties by the stem of every place that they lie in: province, prefecture, county."""
    names: dict[str, set[str]] = {}
    for entry in load_entries().values():
        if entry.rank == 2 and not entry.former:
            for digits in (2, 4, 6):
                names.setdefault(entry.code[:digits], set()).add(entry.short)
    return names


def _short_mentions(text: str, near: Place) -> list[tuple[int, int, Place]]:
    """The counties of a place named by their short names; those that stand nowhere in the text are not looked for."""
    names = [name for name in _counties().get(_stem(near.code or ""), ()) if name in text]
    if not names:
        return []
    found = ((match.start(), match.end(), find(match[0], near)) for match in re.finditer(alternatives(names), text))
    return [(start, end, place) for start, end, place in found if place and not _STREET.match(text, end)]


def _merge(first: list[tuple[int, int, Place]], second: list[tuple[int, int, Place]]) -> list[tuple[int, int, Place]]:
    """Both lists in reading order, without what overlaps a mention of the first."""
    taken = {offset for start, end, _ in first for offset in range(start, end)}
    added = [one for one in second if not taken & set(range(one[0], one[1]))]
    return sorted([*first, *added], key=lambda one: one[0])
