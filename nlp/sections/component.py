"""Component sections: the headings of a document, nested, each with the role of the text under it."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.facts import Facts, Section, SectionRole
from nlp.sections.heading import cut_title
from nlp.sections.outline import Block, Unit
from nlp.sections.outline_reader import outline
from nlp.sections.role import roles_of


@Language.component("shanshui_sections")
def read_sections(doc: Doc) -> Doc:
    """Fills `facts.sections` from the document's text, tables left out.

    `二、主要任务` and `(一)清淤` over its own items are sections, `推进一、二、三产业融合` holds none.
    """
    facts: Facts = doc._.facts
    root = outline(facts.text, tuple((table.start, table.end) for table in facts.tables))
    roles = roles_of(root, facts.text, facts.kind)
    for unit in root.children:
        _add(unit, None, facts, roles)
    return doc


def _add(unit: Unit, parent: Section | None, facts: Facts, roles: dict[int, SectionRole]) -> None:
    """Adds the unit as a section where it is one, then the units under it."""
    role = roles[unit.start]
    section = parent
    turns = parent is None or role not in (parent.role, "measure" if parent.role == "annex" else None)
    if unit.head is not None and (_has_heading(unit) or turns):
        head = unit.blocks[1] if unit.style == "annex" and len(unit.blocks) > 1 else unit.head
        section = Section(
            id=f"{facts.id}#s{len(facts.sections) + 1}",
            number=facts.text[unit.start : unit.body].strip() or unit.number or None,
            title=cut_title(facts.text[head.start : head.end]),
            level=parent.level + 1 if parent else 1,
            start=unit.start,
            body=_body(head, facts.text),
            end=unit.end,
            parent=parent.id if parent else None,
            role=role,
        )
        facts.sections.append(section)
    for child in unit.children:
        _add(child, section, facts, roles)


def _has_heading(unit: Unit) -> bool:
    """True where the unit's first line is its heading and something stands under it."""
    return bool(unit.children) or len(unit.blocks) > 1


def _body(head: Block, text: str) -> int:
    """Where the text under a heading begins: behind its line, or its first sentence where text follows in the line."""
    title = head.start + len(cut_title(text[head.start : head.end]))
    return min(title + 1, head.end)
