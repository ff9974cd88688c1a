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
    return yaml.load((files("corpus") / "data" / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader)


def any_of(name: str, *keys: str) -> str:
    """The words under these keys of `corpus/data/<name>.yaml` as alternatives of an expression."""
    return alternatives(word for key in keys for word in load(name)[key])


def beginning(listed: Iterable[str]) -> str:
    """An expression that holds before the first characters of words: `(?=[工项])` for 工程 and 项目.

    Ahead of many alternatives it spares trying them all at every character of a text.
    """
    return f"(?=[{re.escape(''.join(sorted({word[0] for word in listed})))}])"


def alternatives(listed: Iterable[str]) -> str:
    """Words as alternatives of an expression, longest first: 市水利 and 水利 give `市水利|水利`."""
    return "|".join(sorted(map(re.escape, set(listed)), key=lambda word: (-len(word), word)))
