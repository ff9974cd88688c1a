"""How often facts like one are right: measured on gold by kind of fact and rule, kept in `nlp/data/confidence.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from corpus.errors import VocabularyError

FILE = Path(__file__).parent / "data" / "confidence.yaml"
# The share for a rule that was never measured: its facts may as well be right as wrong.
UNMEASURED = 0.5


def confidence(kind: str, rule: str) -> float:
    """The share of facts of this kind, read by this rule, that were right on gold; that of the kind for a new rule.

    `kind` is task, owner, deadline, target, water body, project or citation. A share is smoothed by one fact right and
    one wrong, so that few facts give no certainty.
    """
    measured = table().get(kind, {})
    right, seen = measured.get(rule) or measured.get("", (0, 0))
    return round((right + 1) / (seen + 2), 2) if seen else UNMEASURED


@cache
def table() -> dict[str, dict[str, tuple[int, int]]]:
    """Kind to rule to how many were right of how many seen; the rule "" sums up the kind. Raises VocabularyError."""
    try:
        loaded = yaml.safe_load(FILE.read_text("utf-8")) if FILE.exists() else {}
        return {kind: {rule: (int(r), int(s)) for rule, (r, s) in rules.items()} for kind, rules in loaded.items()}
    except (ValueError, AttributeError, TypeError, yaml.YAMLError) as error:
        raise VocabularyError(f"{FILE.name}: {error}") from error
