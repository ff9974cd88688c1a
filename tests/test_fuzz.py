"""Inputs that are no plans are read or refused, never a traceback; `tests/measure_fuzz.py` draws as many as wanted."""

from __future__ import annotations

from pathlib import Path

import pytest
from measure_fuzz import outcomes, write


@pytest.mark.parametrize("first", range(0, 200, 25))
def test_inputs_drawn_by_lot_are_read_or_refused(tmp_path: Path, first: int) -> None:
    came = {seed: list(outcomes(write(tmp_path, seed))) for seed in range(first, first + 25)}
    assert all(came.values())
    assert not {seed: told for seed, told in came.items() if any(one.startswith("fault") for one in told)}


def test_input_of_a_seed_is_always_the_same(tmp_path: Path) -> None:
    def told(seed: int) -> bytes:
        return write(tmp_path, seed).read_bytes()

    texts = [seed for seed in range(40) if write(tmp_path, seed).suffix not in (".docx", ".xlsx")]
    assert [told(seed) for seed in texts] == [told(seed) for seed in texts]
