"""Judgements: what people say of facts that were read, kept beside the store and never in it.

A store is built anew from documents whenever they are read again; what somebody has judged must outlive that. So
judgements are lines of JSON, one after the other, and of two on the same fact the later holds.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

Verdict = Literal["accept", "reject", "open"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on the fact of a kind that was read from a span of a document; `open` takes an earlier one back."""

    document: str
    kind: str
    start: int
    end: int
    name: str
    verdict: Verdict
    when: str

    @property
    def fact(self) -> tuple[str, str, int, int, str]:
        """What it is about."""
        return self.document, self.kind, self.start, self.end, self.name


class Ledger:
    """The judgements in a file."""

    def __init__(self, path: Path) -> None:
        """`path` need not be there yet."""
        self._path = path

    def add(self, judgement: Judgement) -> None:
        """Writes a judgement at the end."""
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(judgement), ensure_ascii=False) + "\n")

    def standing(self) -> list[Judgement]:
        """The judgements that hold, the oldest first; none where there is no file."""
        if not self._path.exists():
            return []
        lines = self._path.read_text("utf-8").splitlines()
        latest = {judgement.fact: judgement for judgement in (Judgement(**json.loads(line)) for line in lines)}
        return [judgement for judgement in latest.values() if judgement.verdict != "open"]


def beside(store: str) -> Path:
    """Where the judgements on a store are kept: in its folder, or for a server in the folder of the program."""
    return Path("shanshui-judgements.jsonl") if "://" in store else Path(store) / "judgements.jsonl"
