"""What stands around the plan in a document: the short notice that carries it."""

from __future__ import annotations

from nlp.sections.heading import is_title
from nlp.sections.outline import Unit

# A notice says little itself: what stands before the plan it carries is no longer than this.
_FRAME_LENGTH = 1500


def end_of_frame(root: Unit, text: str) -> int:
    """Where a short notice around a plan ends and the plan begins; 0 where the document is no such notice."""
    plans = [unit.start for unit in root.children if unit.style == "annex" and _is_plan(unit, text)]
    plans += [block.start for block in root.blocks if is_title(text[block.start : block.end])]
    first = root.children[0].start if root.children else 0
    plan = min((start for start in plans if start > first), default=0)
    opening = next((unit for unit in root.children if unit.start >= plan), None)
    # The plan counts its parts from one again; a heading that only looks like a title interrupts no count.
    if opening is None or opening.value > 1:
        return 0
    return plan if plan - first < min(_FRAME_LENGTH, (len(text) - plan) / 2) else 0


def _is_plan(unit: Unit, text: str) -> bool:
    return bool(unit.children) and any(is_title(text[block.start : block.end]) for block in unit.blocks[:3])
