"""References: documents as a paper cites them, in GB/T 7714-2015 and in BibTeX; what is not known is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ui.titles import plan_name

Row = dict[str, Any]
_SPECIAL = re.compile(r"[\\{}%#&_$~^]")
_ESCAPED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def gbt7714(documents: Iterable[Row]) -> str:
    """One numbered line a document: `[1] 州生态环境局. 三年行动工作方案: 州环发〔2023〕4号[Z]. 2023-07-18.`"""
    return "".join(f"[{number}] {cited(row)}\n" for number, row in enumerate(documents, 1))


def cited(row: Row) -> str:
    """A document as GB/T 7714 cites it: who issued it, title, number, kind of carrier, day.

    One without a title is found by its file.
    """
    title = ": ".join(filter(None, (plan_name(row), row.get("number"), "" if row.get("plan") else row["source"])))
    day = row.get("issued") or row.get("published")
    return ". ".join(filter(None, (row.get("issuer"), f"{title}[Z]", day))) + "."


def bibtex(documents: Iterable[Row]) -> str:
    """One entry a document; names of bodies stand in double braces, so that they are not taken for first and last."""
    return "\n".join(map(entry, documents))


def entry(row: Row) -> str:
    """A document as an entry of BibTeX, under a key made of its id."""
    day = row.get("issued") or row.get("published") or ""
    fields = {
        "author": row.get("issuer"),
        "title": plan_name(row),
        "number": row.get("number"),
        "year": day[:4],
        "date": day,
        "note": row["source"],
    }
    lines = "".join(f"  {name} = {{{{{escaped(value)}}}}},\n" for name, value in fields.items() if value)
    key = re.sub(r"[^\w-]", "", row["document"])
    return f"@misc{{{key},\n{lines}}}\n"


def escaped(words: str) -> str:
    """Words in which nothing is a command of TeX."""
    return _SPECIAL.sub(lambda sign: _ESCAPED.get(sign[0], f"\\{sign[0]}"), words)
