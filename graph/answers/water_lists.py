"""Waters by what documents do not say of them, or set for them: 某县没有提到哪些河流, 哪些河流有水质目标."""

from __future__ import annotations

from dataclasses import replace

from graph.answers.answer import Answer, in_a_row, nothing, place_of, spoken, where_asked
from graph.answers.dated import clause
from graph.answers.holders import targets_meant
from graph.answers.inquiry import Inquiry
from graph.answers.names import waters_of_kind, without_kinds
from graph.answers.targets import within_bound
from graph.counted import counted
from graph.shapes import target_shape
from graph.store import Record
from nlp.questions.words import cue

_SHOWN, _LISTED = 6, 12


def waters_lacking(inquiry: Inquiry) -> Answer | None:
    """The waters that the documents asked do not name and others held do, or that no target is set for (哪些河流没有
    水质目标); None where the question denies nothing."""
    reading = inquiry.reading
    if not cue("waters_lacking").search(reading.text):
        return None
    if cue("target_said").search(reading.text):
        having, rows = {name for _, name in _set_for(inquiry)}, waters_of_kind(inquiry)
        said, said_en = "没有这样的目标的水体", "without such a target"
    else:
        having = {row["canonical"] for row in waters_of_kind(inquiry)}
        rows = waters_of_kind(_of_all(inquiry))
        where = where_asked(inquiry)
        said, said_en = f"{where}没有提到、其他文件提到的水体", f"that other documents name, but not {where}"
    rows = [row for row in rows if row["canonical"] not in having]
    names = list(dict.fromkeys(row["canonical"] for row in rows))
    if not names:
        return nothing(inquiry, f"没有{said}。", f"There are no waters {said_en}.")
    listed = in_a_row(inquiry, names[:_LISTED]) + "…" * (len(names) > _LISTED)
    text = spoken(inquiry, f"{said}{len(names)}个:{listed}。", f"{counted(len(names), 'water')} {said_en}: {listed}.")
    return Answer(text, names=names, evidence=rows)


def waters_with_targets(inquiry: Inquiry) -> Answer | None:
    """The waters that targets of the kind asked for are set for, each with its clause; None where neither targets nor
    what waters are to reach (要达到Ⅲ类) is asked for, or there is no water with such a target."""
    if not inquiry.reading.bound and not cue("target_said").search(inquiry.reading.text):
        return None
    found = _set_for(inquiry)
    if not found and inquiry.reading.bound:
        where = where_asked(inquiry)
        return nothing(inquiry, f"{where}中没有这样的水体。", f"There is no such water in {where}.")
    if not found:
        return None
    names = list(dict.fromkeys(name for _, name in found))
    targets = {row["target"]: row for row, _ in found}
    told = list(dict.fromkeys(f"{place_of(inquiry, row['document'])}:{clause(row)}" for row in targets.values()))
    listed = in_a_row(inquiry, names[:_LISTED]) + "…" * (len(names) > _LISTED)
    said = ";".join(told[:_SHOWN]) + "…" * (len(told) > _SHOWN)
    said_en = said.replace(";", "; ").replace(":", ": ")
    text = spoken(
        inquiry,
        f"定了目标的水体{len(names)}个:{listed}。{said}。",
        f"{counted(len(names), 'water')} with a target: {listed}. {said_en}.",
    )
    return Answer(
        text, names=names, targets=[target_shape(row) for row in targets.values()], evidence=[*targets.values()]
    )


def _set_for(inquiry: Inquiry) -> list[tuple[Record, str]]:
    """The targets that the topic means, but for its word for waters, each with a water that it names."""
    about = inquiry.about(without_kinds(inquiry.reading.topic, "any_water", "water_kind"))
    if about.reading.topic.empty:
        rows = [row for row in within_bound(about, about.of_documents("targets")) if row["status"] == "target"]
    else:
        rows = targets_meant(about)
    held = waters_of_kind(inquiry)
    return [(row, name) for row in rows for name in _named(row, held)]


def _named(row: Record, held: list[Record]) -> list[str]:
    """The waters that a target names, in its clause or, longest first, in its scope: 东辽河 names no 辽河, and
    黄河流域缺水城市 no 黄河, since the water of these is another."""
    scope, found = row["scope"] or "", []
    mine = {one["canonical"] for one in held if one["document"] == row["document"]}
    within = {one["canonical"] for one in held if one["document"] == row["document"] and _lies_in(one, row)}
    said = f"{scope}\n{row['text']}"
    for name in sorted(mine, key=len, reverse=True):
        basin = name in said and name not in said.replace(f"{name}流域", "")
        if (name in within or name in scope) and not basin:
            found.append(name)
        scope = scope.replace(name, "")
    return found


def _lies_in(mention: Record, row: Record) -> bool:
    """Whether a mention stands in the clause of a target."""
    return bool(row["evidence_start"] <= mention["evidence_start"] < row["evidence_end"])


def _of_all(inquiry: Inquiry) -> Inquiry:
    """The same question of all documents held."""
    return Inquiry(inquiry.store, inquiry.lexicon, replace(inquiry.reading, documents=None))
