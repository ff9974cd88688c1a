"""Word lists as regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from nlp.vocabulary import words


@cache
def any_of(vocabulary: str, *keys: str) -> str:
    """The words under these keys of `nlp/data/<vocabulary>.yaml` as alternatives of an expression, longest first.

    `any_of("operators", "after_about")` is `左右|上下|许`.
    """
    return alternatives(word for key in keys for word in words(vocabulary, key))


def alternatives(listed: Iterable[str]) -> str:
    """The words as alternatives of an expression, longest first: 市水利 and 水利 give `市水利|水利`."""
    return "|".join(sorted(map(re.escape, set(listed)), key=lambda word: (-len(word), word)))


@cache
def pattern(vocabulary: str, *keys: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """The words under these keys as a compiled expression, with more expression before and after them."""
    return re.compile(f"{before}(?:{any_of(vocabulary, *keys)}){after}")
