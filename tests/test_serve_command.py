"""`shanshui serve` before it listens: what it takes from its caller."""

from __future__ import annotations

import sys

import pytest

from cli.serve import Part, settings_of


@pytest.mark.parametrize(
    ("terminal", "only", "variable", "written"),
    [
        (True, None, None, False),
        (True, None, "1", True),
        (True, "api", None, True),
        (False, None, None, True),
        (False, None, "0", False),
    ],
)
def test_requests_are_written_down_but_for_a_reader_at_a_terminal(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, only: Part | None, variable: str | None, written: bool
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    monkeypatch.delenv("SHANSHUI_LOG", raising=False)
    if variable:
        monkeypatch.setenv("SHANSHUI_LOG", variable)
    assert settings_of("store", only).log is written
