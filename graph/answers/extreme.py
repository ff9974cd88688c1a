"""Which of several places sets the highest, lowest or strictest value of an indicator."""

from __future__ import annotations

from collections.abc import Sequence

from graph.answers.answer import in_a_row, place_of
from graph.answers.inquiry import Inquiry
from graph.comparison.compare import common_value
from graph.store import Record
from nlp.targets.unit import kind
from nlp.vocabulary import load

_WORDS = {"highest": ("最高", "highest"), "lowest": ("最低", "lowest")}
_STRICT = {"strictest": ("最严", "strictest"), "loosest": ("最宽", "loosest")}
_CHANGES = ("increase", "decrease")
_UPWARDS, _DOWNWARDS = (">=", ">", "increase", "decrease"), ("<=", "<")

Value = tuple[float, Record]


def extreme_said(inquiry: Inquiry, rows: Sequence[Record]) -> str:
    """The sentence that names the winner among the targets of several places; '' where the question asks for none.

    谁的更严 is told by the direction in which the indicator improves: of PM2.5 the lowest value is the strictest. Of
    each place the last year counts, and of that year the value that goes furthest.
    """
    asked, zh = inquiry.reading.extreme, inquiry.chinese
    if asked is None:
        return ""
    known = {concept.indicator for concept in inquiry.reading.topic.concepts}
    same = [row for row in rows if row["measured"] in known]
    rows = same if _by_place(inquiry, same).keys() == _by_place(inquiry, rows).keys() else rows
    rows = _comparable(inquiry, rows, alike=bool(known - {None}))
    upwards = _goes_up(asked, rows)
    unit = next((row["unit"] for row in rows if row["unit"]), None)
    furthest = {place: _furthest(inquiry, of, unit, upwards) for place, of in _by_place(inquiry, rows).items()}
    values = {place: value for place, value in furthest.items() if value}
    if len(values) < 2:
        only = next(iter(values), "")
        return f"只有{only}定了这项目标,没有可比的" if zh else f"Only {only} sets such a target, so nothing compares"
    top = max(values.values(), key=lambda value: value[0] if upwards else -value[0])[0]
    winners = in_a_row(inquiry, (f"{place}({_told(row)})" for place, (value, row) in values.items() if value == top))
    if all(value == top for value, _ in values.values()):
        return f"目标相同:{winners}" if zh else f"The targets are the same: {winners}"
    word = (_WORDS | _STRICT)[asked][0 if zh else 1]
    said = f"{word}的是{winners}" if zh else f"The {word} is {winners}"
    if asked in _WORDS:
        return said
    better = upwards is (asked == "strictest")
    why = (
        ("数值越高越严" if better else "数值越低越严") if zh else f"the {'higher' if better else 'lower'} the stricter"
    )
    return f"{said},{why}" if zh else f"{said}, {why}"


def _comparable(inquiry: Inquiry, rows: Sequence[Record], alike: bool) -> list[Record]:
    """The targets of one kind of value, that which most places have: a cut by 3% says nothing of 35微克/立方米, nor a
    share of a number of works; unless all are `alike`, as an indicator was named, those of one indicator."""
    kinds: dict[tuple[str, bool, str | None], list[Record]] = {}
    for row in rows:
        measured = "" if alike else row["measured"]
        kinds.setdefault((measured, row["op"] in _CHANGES, kind(row["unit"])), []).append(row)
    return max(kinds.values(), key=lambda group: len(_by_place(inquiry, group)), default=[])


def _goes_up(asked: str, rows: Sequence[Record]) -> bool:
    """Whether the greatest value is asked for: of what is strict, where more is better or the wordings set a least."""
    if asked in _WORDS:
        return asked == "highest"
    entry = load("indicators").entries.get(rows[0]["measured"]) if rows else None
    better = entry.more.get("better") if entry else None
    ups, downs = (sum(row["op"] in ops for row in rows) for ops in (_UPWARDS, _DOWNWARDS))
    if better == "lower" and any(row["op"] == "decrease" for row in rows):
        better = "higher"  # the more something is to fall, the stricter
    upwards = better == "higher" if better else ups >= downs
    return upwards is (asked == "strictest")


def _by_place(inquiry: Inquiry, rows: Sequence[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for row in rows:
        if row["status"] == "target":
            found.setdefault(place_of(inquiry, row["document"]), []).append(row)
    return found


def _furthest(inquiry: Inquiry, rows: Sequence[Record], unit: str | None, upwards: bool) -> Value | None:
    """The value of a place that goes furthest in its last year, in the common unit; None where none compares."""
    last = max(row["year"] or "" for row in rows)
    values = [
        (value, row) for row in rows if (row["year"] or "") == last and (value := common_value(row, unit)) is not None
    ]
    return max(values, key=lambda pair: pair[0] if upwards else -pair[0], default=None)


def _told(row: Record) -> str:
    """A value with its scope and year: 县级, 95%, 2025."""
    value = f"{row['value']:,.10g}{row['unit'] or ''}"
    return ",".join(part for part in (row["scope"], value, row["year"]) if part)
