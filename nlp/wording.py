"""Word lists as regular expressions."""

from __future__ import annotations

import re
from functools import cache

from corpus.words import alternatives, beginning
from nlp.vocabulary import words


@cache
def any_of(vocabulary: str, *keys: str) -> str:
    """The words under these keys of `nlp/data/<vocabulary>.yaml` as alternatives of an expression, longest first.

    `any_of("operators", "after_about")` is `左右|上下|许`.
    """
    return alternatives(word for key in keys for word in words(vocabulary, key))


@cache
def pattern(vocabulary: str, *keys: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """The words under these keys as a compiled expression, with more expression before and after them.

    `pattern("operators", "after_about", after="$")` finds 左右 in `38%左右`, not in `左右两岸`.
    """
    # Told first by which characters the words begin, a search that begins with more is three times as fast.
    ahead = beginning(word for key in keys for word in words(vocabulary, key)) if before else ""
    return re.compile(f"{before}(?:{ahead}(?:{any_of(vocabulary, *keys)})){after}")
