"""Ids made from content, so that the same fact has the same id in every run and in every store."""

from __future__ import annotations

import hashlib
import json
import re

_DIGITS = 16


def digest(*parts: object) -> str:
    """Sixteen hexadecimal digits that stand for the parts: `digest("a", "bc")` differs from `digest("ab", "c")`."""
    key = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(key.encode()).hexdigest()[:_DIGITS]


def readable(name: str, *parts: object) -> str:
    """An id that can stand in an address: the name as a slug, then the digest of name and parts.

    `readable("嵊州市水利局", "330683")` begins with 嵊州市水利局-.
    """
    slug = re.sub(r"\W+", "-", name).strip("-")[:40]
    return f"{slug}-{digest(name, *parts)}"


def owned(document: str, kind: str, *parts: object) -> str:
    """The id of something that belongs to a document: `kind` and digits of document, kind and parts."""
    return f"{kind}-{digest(document, kind, *parts)}"


def within(document: str, local: str) -> str:
    """An id that is known inside a document only, made known everywhere; one that names the document stays as it is."""
    return local if local.startswith(document) else f"{document}.{local}"
