"""Makes the vectors that training starts from: `python -m nlp.embedding.build cedict_ts.u8 teacher.npz START`.

Two views of a word are joined. Its *glosses*: the mean of the vectors of the English words that CC-CEDICT explains it
by, rare words counting more, so that Chinese words with like meanings meet each other and the English words that say
so. And its *teacher* vector from multilingual-e5-small, for the words that `teacher.npz` holds (arrays `words` and
`vectors`; `python -m nlp.embedding.teacher` makes it). Each language is centred by itself and freed of the directions
that all its words share, without which the teacher's two languages lie in two cones that never touch.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import numpy as np

from nlp.bilingual.english import says_little, split, stem
from nlp.bilingual.glossary_build import entries, glosses
from nlp.embedding.static import Vector, normalized, save

DIMENSIONS = 128
# Directions that all words of a language share; what the teacher's view of a Chinese word counts beside its glosses.
_COMMON = 8
_TEACHER = 0.7
_LONGEST = 4

Words = dict[str, list[tuple[list[str], float]]]


def build(cedict: Path, teacher: Path, folder: Path) -> None:
    """Writes the model into a folder; every word counts the same until training tells otherwise."""
    english, chinese = _taught(teacher)
    explained = _explained(cedict)
    words = dict(english)
    for word, vector in _from_glosses(explained, english).items():
        words[word] = vector + _TEACHER * chinese.get(word, 0.0)
    for word, vector in chinese.items():
        words.setdefault(word, vector)
    listed = sorted(words)
    reduced = _reduced(normalized(np.stack([words[word] for word in listed])))
    save(folder, listed, reduced)


def _taught(path: Path) -> tuple[dict[str, Vector], dict[str, Vector]]:
    """The teacher's vectors of English stems and of Chinese words, each language cleaned by itself."""
    held = np.load(path)
    listed, vectors = [str(word) for word in held["words"]], held["vectors"].astype(np.float32)
    latin = np.array([word.isascii() for word in listed])
    english: dict[str, list[Vector]] = {}
    for word, vector in zip(np.array(listed)[latin], _cleaned(vectors[latin]), strict=True):
        english.setdefault(stem(str(word)), []).append(vector)
    chinese = dict(zip(np.array(listed)[~latin].tolist(), _cleaned(vectors[~latin]), strict=True))
    means = normalized(np.stack([np.mean(each, axis=0) for each in english.values()]))
    return dict(zip(english, means, strict=True)), chinese


def _cleaned(vectors: Vector) -> Vector:
    """Vectors without their mean and the directions in which they vary most, of length one."""
    centred = vectors - vectors.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    common = axes[:, -_COMMON:]
    return normalized(centred - centred @ common @ common.T)


def _explained(cedict: Path) -> Words:
    """The words of the dictionary with the stems of each gloss and its weight, the first gloss counting most."""
    found: Words = {}
    for word, meanings in entries(cedict):
        if len(word) <= _LONGEST:
            for place, meaning in enumerate(meanings):
                for part in glosses(meaning):
                    stems = [stem(each) for each in split(part) if not says_little(each)]
                    if stems:
                        found.setdefault(word, []).append((stems, 1 / (1 + 0.3 * place)))
    return found


def _from_glosses(explained: Words, english: dict[str, Vector]) -> dict[str, Vector]:
    """The vector of each Chinese word as its glosses give it, of length one."""
    frequency = Counter(each for meanings in explained.values() for stems, _ in meanings for each in set(stems))
    found: dict[str, Vector] = {}
    for word, meanings in explained.items():
        total = np.zeros(next(iter(english.values())).shape, np.float32)
        for stems, weight in meanings:
            for each in stems:
                if each in english:
                    total += weight / len(stems) * np.log(len(explained) / frequency[each]) * english[each]
        if total.any():
            found[word] = normalized(total)
    return found


def _reduced(vectors: Vector) -> Vector:
    """Vectors in their main directions, of length one."""
    _, axes = np.linalg.eigh(vectors.T @ vectors)
    return normalized(vectors @ axes[:, -DIMENSIONS:])


if __name__ == "__main__":
    build(*map(Path, sys.argv[1:4]))
