"""The law that every repaired text keeps: each character knows where it came from."""

from __future__ import annotations

from itertools import pairwise

from corpus.repairs.repaired import Repaired


def assert_map(repaired: Repaired, source: str) -> None:
    """Offsets rise, lie in the source and are one more than the characters; marks lie in the text, in order."""
    assert len(repaired.offsets) == len(repaired.text) + 1
    assert all(before <= after for before, after in pairwise(repaired.offsets))
    assert all(0 <= offset <= len(source) for offset in repaired.offsets)
    assert all(0 <= mark.start <= mark.end <= len(repaired.text) for mark in repaired.damage)
