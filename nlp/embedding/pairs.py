"""Pairs to train the embedder on: what people ask and what answers it, in our words, and glosses of the dictionary.

Four ingredients. *Wordings*: every everyday wording of `nlp/data/synonyms/` with each word of plans it stands for.
*Questions*: such a wording in one of our patterns, with a sentence of our corpora that holds the word of plans. *Joint
questions*: two wordings with a sentence that holds words for both. *Glosses*: an English key of the glossary with a
Chinese word that fits it. The relevance cases are not among them. All is drawn with a fixed seed.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import rjieba

from corpus.characters import has_han
from corpus.repairs.repair import repair
from nlp.bilingual.english import says_little, split, stem
from nlp.bilingual.thesaurus import synonyms
from nlp.vocabulary import DATA, words

_SENTENCE = re.compile(r"[^\n。;!?]{12,160}")
_LATIN_OR_NOT = re.compile(r"[A-Za-z][A-Za-z' -]*|[^A-Za-z]+")
_CHINESE_PATTERNS = (
    "{}", "{}怎么办", "{}归谁管", "哪里写了{}", "有没有治{}的办法",
    "{}到底管不管", "关于{}有什么规定", "老百姓反映{}", "什么时候解决{}",
)  # fmt: skip
_ENGLISH_PATTERNS = (
    "{}", "what is done about {}", "who is in charge of {}", "plans to deal with {}", "targets for {}", "rules on {}",
    "money for {}", "residents complain about {}", "local measures on {}",
)  # fmt: skip
_ANSWERS, _JOINT_ANSWERS, _FIT = 3, 6_000, 5


@dataclass(frozen=True, slots=True)
class Pair:
    """A query and a text that answers it; `terms` are the words of plans for which it does."""

    query: str
    answer: str
    terms: tuple[str, ...] = ()


def sentences(paths: Iterable[Path]) -> list[str]:
    """The different sentences of some text files as repair leaves them, in order."""
    found: dict[str, None] = {}
    for path in sorted(paths):
        found.update(
            dict.fromkeys(match[0].strip() for match in _SENTENCE.finditer(repair(path.read_text("utf-8")).text))
        )
    return list(found)


def wordings() -> list[Pair]:
    """Every everyday wording with each word of plans that it stands for."""
    return [Pair(said, term, (term,)) for saids, terms in synonyms() for said in saids for term in terms]


def questions(texts: Sequence[str], seed: int = 5) -> list[Pair]:
    """Wordings put as questions, each with up to three sentences that hold a word of plans for it."""
    draw = random.Random(seed)
    found: list[Pair] = []
    for saids, terms in synonyms():
        answers = [text for text in texts if any(term in text for term in terms)]
        for said in saids:
            for answer in draw.sample(answers, min(_ANSWERS, len(answers))):
                found.append(Pair(draw.choice(_patterns(said)).format(said), answer, tuple(terms)))
    return found


def joint_questions(texts: Sequence[str], seed: int = 6) -> list[Pair]:
    """Two wordings of one language together, with a sentence that holds words of plans for both."""
    draw = random.Random(seed)
    entries = list(synonyms())
    held: dict[str, list[int]] = defaultdict(list)
    for number, (_, terms) in enumerate(entries):
        for text in texts:
            if any(term in text for term in terms):
                held[text].append(number)
    couples = [(text, one, other) for text, numbers in held.items() for one, other in combinations(numbers, 2)]
    found: list[Pair] = []
    for text, one, other in draw.sample(couples, min(_JOINT_ANSWERS, len(couples))):
        is_chinese = draw.random() < 0.5
        first, second = (_of_language(entries[number][0], is_chinese) for number in (one, other))
        if first and second:
            query = ("" if is_chinese else " ").join((draw.choice(first), draw.choice(second)))
            found.append(Pair(query, text, (*entries[one][1], *entries[other][1])))
    return found


def gloss_pairs() -> Iterator[Pair]:
    """English keys of the glossary, which are stems, with the Chinese words that fit them well."""
    for line in (DATA / "glossary.tsv").read_text("utf-8").splitlines():
        key, _, items = line.partition("\t")
        for item in items.split(" ")[:2]:
            if int(item[-1]) >= _FIT:
                yield Pair(key, item[:-1], (item[:-1],))


def said_words(text: str) -> list[str]:
    """The words of a text in either language as the embedder knows them, without words of grammar."""
    found: list[str] = []
    for part in _LATIN_OR_NOT.findall(text):
        if part[0].isascii() and part[0].isalpha():
            found += [stem(word) for word in split(part) if not says_little(word)]
        else:
            found += [word for word in rjieba.cut(part, False) if word.isalnum() and word not in _LITTLE]
    return found


def _patterns(said: str) -> tuple[str, ...]:
    return _CHINESE_PATTERNS if has_han(said) else _ENGLISH_PATTERNS


def _of_language(saids: Sequence[str], is_chinese: bool) -> list[str]:
    return [said for said in saids if has_han(said) == is_chinese]


_LITTLE = frozenset(words("query_words", "chinese"))
