"""Makes the glossary from CC-CEDICT: `python -m nlp.bilingual.glossary_build cedict_ts.u8 nlp/data/glossary.tsv`."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from corpus.characters import HAN
from nlp.bilingual.english import says_little, split, stem
from nlp.bilingual.glossary import LONGEST

_ENTRY = re.compile(r"\S+ (\S+) \[([^\]]*)\] /(.*)/")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|\|[^ ]*")
_HAN = re.compile(rf"[{HAN}]{{1,6}}")
_REFERENCE = re.compile(
    r"^(?:CL:|variant of|old variant|see |surname|used in|abbr\. for|also written|Japanese variant)"
)
_MOST = 24


def entries(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The simplified words of a CC-CEDICT file with their glosses; names of persons and places are left out."""
    for line in path.read_text("utf-8").splitlines():
        match = _ENTRY.match(line)
        if match and _HAN.fullmatch(match[1]) and not match[2][:1].isupper():
            yield match[1], [gloss for gloss in match[3].split("/") if not _REFERENCE.match(gloss)]


def keys(gloss: str) -> Iterator[tuple[str, float]]:
    """The keys under which a gloss is found, with the fit of each: the whole gloss 1, a word of it less.

    `to discharge sewage (into a river)` gives `discharg sewag` with 1, `discharg` and `sewag` with a quarter.
    """
    for part in glosses(gloss):
        words = [stem(word) for word in split(part) if not says_little(word)]
        if 0 < len(words) <= LONGEST:
            yield " ".join(words), 1.0
        if 1 < len(words) <= 6:
            for word in words:
                yield word, 1 / len(words) ** 2


def glosses(gloss: str) -> list[str]:
    """The meanings that one gloss holds, without what stands in brackets: `sewage; (fig.) filth` gives two."""
    return re.split(r"[;,]", _ASIDE.sub("", gloss))


def build(path: Path) -> str:
    """The glossary as text, sorted by the bytes of its keys."""
    fits: dict[str, dict[str, float]] = defaultdict(dict)
    for chinese, glosses in entries(path):
        for place, gloss in enumerate(glosses):
            for key, fit in keys(gloss):
                # A word of one character says many things, and the first gloss is the one it mostly says.
                worth = fit * (0.5 if len(chinese) == 1 else 1.0) / (1 + 0.3 * place)
                fits[key][chinese] = max(fits[key].get(chinese, 0.0), worth)
    lines = []
    for key in sorted(fits, key=str.encode):
        best = sorted(fits[key].items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST]
        lines.append(f"{key}\t" + " ".join(f"{word}{max(1, round(9 * fit))}" for word, fit in best))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(build(Path(sys.argv[1])), "utf-8")
