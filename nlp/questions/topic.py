"""What a question is about: its Chinese wordings, and the terms of the field that it names in either language."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, cached_property

from corpus.characters import HAN, NUMERALS
from corpus.words import alternatives
from nlp.bilingual.glossary import translate
from nlp.bilingual.spelling import heard_in
from nlp.bilingual.thesaurus import find_chinese
from nlp.questions.concept import MEANT_WEIGHT, Concept, concept_of
from nlp.questions.english import english_terms, indicators_in
from nlp.questions.english_name import entries_named, stem_of
from nlp.questions.lexicon import Lexicon
from nlp.questions.numbered import find_bundles
from nlp.vocabulary import Entry, load, words
from nlp.wording import any_of

_NAME = re.compile(r"[A-Z][a-z]{3,}(?:['’][a-z]{2,})?|[A-Z][a-z]+['’][a-z]{2,}")
_MOST_HEARD = 8
# Parts of speech that name a thing: nouns, foreign words, abbreviations.
_NAMING = ("n", "j", "eng")
_PROPER = ("nr", "ns", "nt", "nz")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*\d[\d.]*|[A-Z]{2,}s?")
_HAN_RUN = re.compile(rf"(?:[Ⅰ-Ⅴ][-~])?[{HAN}Ⅰ-Ⅴ][{HAN}A-Za-z0-9.()]*|[A-Z][A-Za-z]*\d[\d.]*|[A-Z]{{2,}}[a-z]?")


@dataclass(frozen=True)
class Topic:
    """`phrases` are Chinese wordings of the question, `concepts` the terms found in it, `unknown` words left over."""

    phrases: tuple[str, ...] = ()
    concepts: tuple[Concept, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The words left over that are written as names and no English: Langqiao in `the Langqiao River`, not West."""
        return tuple(word for word in self.unknown if _NAME.fullmatch(word) and not translate(stem_of(word)))

    @cached_property
    def things(self) -> tuple[str, ...]:
        """The words that name a thing and not only what is done to one, nor the tasks and duties themselves: 养猫 of
        `哪些养猫任务`, nothing of `要消除掉` and `哪些活儿`; of English ones those that a vocabulary knows."""
        if self.phrases:
            return tuple(word for phrase in self.phrases for word in _nouns(phrase))
        known = (concept.said for concept in self.concepts if concept.weight >= MEANT_WEIGHT)
        return tuple(said for said in known if not is_chatter(said))

    @property
    def empty(self) -> bool:
        """Whether nothing is asked about in particular."""
        return not (self.phrases or self.concepts or self.names)


def _nouns(phrase: str) -> list[str]:
    """The nouns and foreign words of a Chinese wording but for those that only speak of tasks: 职责, 活儿."""
    # Its dictionary takes a sixth of a second to load, which no English question has to wait for.
    import rjieba

    named = (word for word, kind in rjieba.tag(phrase) if kind.startswith(_NAMING))
    return [word for word in named if not (is_chatter(word) or load("functions").lookup(word))]


def names_one(phrase: str, opens: bool) -> bool:
    """Whether a Chinese wording is a single name: 东京, and 火星 where it `opens` the question, since there a noun says
    of what is asked; not 治水, nor 河流, nor 海洋垃圾, which is two words."""
    # Its dictionary takes a sixth of a second to load, which no English question has to wait for.
    import rjieba

    (word, kind), *others = rjieba.tag(phrase)
    kinds = (*words("water_words", "kinds_of_waters"), *words("scopes", "summed_up"))
    known = word in kinds or is_chatter(word) or load("everyday").find(word) or load("terms").find(word)
    common = known or any(sort in word for sort in words("place_words", "not_in_names"))
    return not others and not common and (kind.startswith(_PROPER) or (opens and kind == "n"))


def field_of(wording: str) -> str | None:
    """The field of policy that a wording means as a whole: 水, 空气 and 无废城市建设 do, 臭氧 none."""
    done = next((act for act in words("questions", "broad") if wording.endswith(act)), "")
    return _fields().get(wording.lower()) or _fields().get(wording.removesuffix(done))


@cache
def _fields() -> dict[str, str]:
    """The fields of policy by their names."""
    entries = load("domains").entries.values()
    return {name: entry.id for entry in entries for name in (entry.label, *entry.english, *entry.more.get("whole", ()))}


@cache
def _says_no_field() -> re.Pattern[str]:
    """What is done in any field with a word for tasks behind it: 整改问题, 治理措施; they ask for all tasks."""
    acts, tasks = (
        any_of("questions", "broad"),
        alternatives(word for word in words("questions", "chatter") if not word.isascii()),
    )
    return re.compile(rf"(?:{acts})+(?:{tasks})")


def is_chatter(said: str) -> bool:
    """Whether a word only speaks of tasks and duties themselves: 活儿, jobs."""
    return {said.lower(), said.lower().removesuffix("s")} & {*words("questions", "chatter")} != set()


def find_topic(phrases: list[str], chinese: bool) -> Topic:
    """The topic of a question from what is left of it.

    `推广绿色建筑` stays a phrase and gives the term 绿色建筑 with its other names; `farm-film recovery rate` gives the
    indicator 农膜回收率; GIS and EOD, which plans write so too, stay as they are.
    """
    if chinese:
        runs = (run for phrase in phrases for run in _HAN_RUN.findall(phrase) if len(run) > 1 or phrases == [run])
        told = (run for run in runs if len(run) > 1 or field_of(run))  # 水, and no other single character
        kept = tuple(run for run in told if not (is_chatter(run) or _says_no_field().fullmatch(run)))
        return Topic(kept, tuple(concept for phrase in kept for concept in _chinese_terms(phrase)))
    concepts: list[Concept] = []
    unknown: list[str] = []
    for phrase in phrases:
        bundles = [_bundle(*bundle) for bundle in find_bundles(phrase)]
        for bundle in bundles:
            phrase = phrase.replace(bundle.said, "")
        found, left = english_terms(phrase)
        concepts += [*bundles, *found, *indicators_in(phrase, found)]
        unknown += [word.removesuffix("'s") for word in left]
    written = tuple(run for phrase in phrases for run in _HAN_RUN.findall(phrase) if not run.isascii())
    written += tuple(word for word in unknown if _ACRONYM.fullmatch(word))
    return Topic(written, tuple(concepts), tuple(unknown))


def _bundle(said: str, number: int, noun: str) -> Concept:
    """What plans call a bundle by its number and one character of what it holds: 四控 for `the four controls`."""
    names = [name for _, entry in entries_named([stem_of(noun)]) for name in (entry.label, *entry.aliases)]
    characters = dict.fromkeys("".join([*names, *(name for name, _ in translate(stem_of(noun)))]))
    return Concept(said, tuple(f"{NUMERALS[number - 1]}{character}" for character in characters))


def with_names(topic: Topic, lexicon: Lexicon) -> Topic:
    """The topic with its English names as projects and bodies of the corpus write them: 木里 for `the Muli mine`."""
    written = [word for word in topic.unknown if _NAME.fullmatch(word)]
    held = {name: [heard for one in lexicon.named if (heard := heard_in(one, name))] for name in written}
    known = {name: tuple(dict.fromkeys(heard))[:_MOST_HEARD] for name, heard in held.items() if heard}
    unknown = tuple(word for word in topic.unknown if word not in known)
    named = (Concept(name, heard) for name, heard in known.items())
    return replace(topic, concepts=(*named, *topic.concepts), unknown=unknown)


def _chinese_terms(phrase: str) -> list[Concept]:
    """The terms in a Chinese wording, acronyms (COD) by what they stand for, and what everyday words mean to plans
    where terms make up less than half of the wording."""
    found = []
    for vocabulary in ("terms", "indicators"):
        for match in load(vocabulary).find(phrase):
            indicator = match.entry.id if vocabulary == "indicators" else None
            found.append(Concept(match.name, _chinese_names(match.entry, match.name), indicator))
    said = {concept.said for concept in found}
    everyday = sum(map(len, said)) * 2 < len(phrase)
    for start, end, meanings in find_chinese(phrase) if everyday else ():
        names = tuple(meaning.text for meaning in meanings if meaning.text != phrase[start:end])
        names += (phrase[start:end],) * bool(names)
        if names and not any(phrase[start:end] in known or known in phrase[start:end] for known in said):
            found.append(Concept(phrase[start:end], names, weight=MEANT_WEIGHT, term=False))
    acronyms = [acronym for acronym in _ACRONYM.findall(phrase) if acronym not in said]
    return found + [concept_of(name, *known) for name in acronyms for known in entries_named([stem_of(name)])]


def _chinese_names(entry: Entry, first: str) -> tuple[str, ...]:
    names = [entry.label, *entry.aliases]
    return tuple(dict.fromkeys([first] * (first in names) + names))
