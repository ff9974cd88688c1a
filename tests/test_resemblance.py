"""Which documents are worded nearly alike."""

from __future__ import annotations

import random

from handmade import KAILI, water_plan
from hypothesis import given
from hypothesis import strategies as st

from graph.building.resemblance import NEAR, Resemblance, encode

HAN = [chr(code) for code in range(0x4E00, 0x5200)]


def lines(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    return ["".join(chance.choices(HAN, k=40)) for _ in range(count)]


TEXT = "\n".join(lines(60, seed=1))


def changed(share: float) -> str:
    """The text with a share of its lines written anew."""
    new = int(share * 60)
    return "\n".join([*lines(new, seed=2), *TEXT.splitlines()[new:]])


def test_copy_is_like_its_original_and_another_plan_is_not() -> None:
    held = Resemblance()
    held.add("original", encode(TEXT))
    held.add("copy", encode(changed(0.1)))
    held.add("other", encode(changed(0.9)))
    held.add("unread", "")
    assert [id for id, _ in held.alike("original")] == ["copy"]
    assert held.alike("other") == []
    assert held.alike("unread") == []


def test_texts_too_short_to_compare_are_like_nothing() -> None:
    held = Resemblance()
    for name in ("one", "two"):
        held.add(name, encode("通知"))
    assert held.alike("one") == []


def test_plan_of_another_town_with_the_same_wording_is_near() -> None:
    held = Resemblance()
    held.add("here", encode(water_plan().text))
    held.add("there", encode(water_plan(KAILI).text))
    ((_, likeness),) = held.alike("here")
    assert NEAR <= likeness < 1


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from(["add", "discard"]))))
def test_documents_come_and_go_in_any_order(steps: list[tuple[str, str]]) -> None:
    """A plan held under many ids: each is like exactly the others that are there."""
    held, expected, signature = Resemblance(), set(), encode(TEXT)
    for name, step in steps:
        if step == "add":
            held.add(name, signature)
            expected.add(name)
        else:
            held.discard(name)
            expected.discard(name)
    for name in "abcdefgh":
        others = sorted(expected - {name}) if name in expected else []
        assert held.alike(name) == [(other, 1.0) for other in others]
