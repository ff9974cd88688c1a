"""The words that this room reads by: YAML under `corpus/data/`, and words as expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str) -> Any:
    """What stands in `corpus/data/<name>.yaml`, read once."""
    return yaml.safe_load((files("corpus") / "data" / f"{name}.yaml").read_text("utf-8"))


def any_of(name: str, *keys: str) -> str:
    """The words under these keys of `corpus/data/<name>.yaml` as alternatives of an expression."""
    return alternatives(word for key in keys for word in load(name)[key])


def alternatives(listed: Iterable[str]) -> str:
    """Words as alternatives of an expression, longest first: 市水利 and 水利 give `市水利|水利`."""
    return "|".join(sorted(map(re.escape, set(listed)), key=lambda word: (-len(word), word)))
