"""A department as a question names it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Department:
    """A department as asked for: the wording, its function where one is known, the name as written where it is one.

    `collective` tells that many bodies are meant (各县市人民政府, 成员单位).
    """

    wording: str
    function: str | None = None
    written: str | None = None
    collective: bool = False
