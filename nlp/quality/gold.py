"""Gold files: what careful annotators read from a document, one JSON object a document."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from corpus.errors import ShanshuiError, why_unread

REQUIRED = ("doc", "file", "kind", "tasks", "targets", "water_bodies", "projects", "citations")


class GoldError(ShanshuiError):
    """A gold file that cannot be used; the message names the file and what is missing."""


def load_gold(path: Path) -> list[dict[str, Any]]:
    """The gold documents in one JSON file or in all `*.json` of a folder, in order of file name.

    The tasks of a document are null where only its names and figures were annotated.

    Raises GoldError where the path holds none, a file is no JSON, or a field is missing.
    """
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not files:
        raise GoldError(f"{path}: no gold files (*.json) here")
    return [read_gold(file) for file in files]


def read_gold(file: Path) -> dict[str, Any]:
    """One gold document; raises GoldError where the file is no gold file."""
    try:
        gold = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise GoldError(f"{file}: {why_unread(error)}") from error
    missing = [name for name in REQUIRED if name not in gold] if isinstance(gold, dict) else list(REQUIRED)
    if missing:
        raise GoldError(f"{file}: gold field {', '.join(missing)} is missing")
    return dict(gold)


def load_floors(file: Path | None, gold: Path) -> dict[str, float]:
    """The lowest F1 allowed by kind of fact, from `file` or from `floors.yaml` beside the gold; empty without one.

    Raises GoldError where `file` is not there, or the file is no mapping of names to numbers.
    """
    beside = (gold if gold.is_dir() else gold.parent) / "floors.yaml"
    if file is None and not beside.exists():
        return {}
    file = file or beside
    try:
        floors = yaml.safe_load(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{file}: {why_unread(error)}") from error
    except yaml.YAMLError as error:
        raise GoldError(f"{file}: it is not YAML") from error
    if not isinstance(floors, dict) or not all(isinstance(value, int | float) for value in floors.values()):
        raise GoldError(f"{file}: floors must map kinds of facts to numbers")
    return {str(kind): float(value) for kind, value in floors.items()}
