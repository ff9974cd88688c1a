"""Verbs before a number: what opens a clause or says what is done, and names that only begin like a verb."""

from __future__ import annotations

import re
from functools import cache

from corpus.characters import HAN
from nlp.vocabulary import words
from nlp.wording import any_of, pattern

SEPARATORS = " 、,;:和及与或。-—~"


def opens(text: str, share: bool) -> str:
    """The opener or verb at the front of a text that is to be taken off; the empty text where there is none."""
    match = (light() if share else any_verb()).match(text)
    return match[0] if match and not in_compound(match) else ""


def in_compound(match: re.Match[str]) -> bool:
    """True where a word only begins a longer one: 建成 in 建成区."""
    held = pattern("statements", "compounds").match(match.string, match.start())
    return held is not None and held.end() > match.end()


def is_deed(text: str) -> bool:
    """True where a text begins with a verb of doing: `配套建设处理设施`; not with a name made of one, `建设用地`."""
    return bool(opens(text, share=False) and _verbs_of_doing().match(text))


@cache
def silent() -> frozenset[str]:
    """What opens a clause and is no verb."""
    return frozenset(words("statements", "openers") + words("statements", "auxiliaries"))


@cache
def light() -> re.Pattern[str]:
    """What goes before a share: openers and verbs of finishing."""
    finishing, auxiliaries = any_of("statements", "openers", "finishing"), any_of("statements", "auxiliaries")
    return re.compile(rf"(?:{finishing})|(?:{auxiliaries})(?={finishing}|{auxiliaries})")


@cache
def any_verb() -> re.Pattern[str]:
    """Openers and verbs, several verbs joined by 和 or 、 as one: 新增和改造."""
    doing = any_of("statements", "doing", "finishing")
    openers, auxiliaries = any_of("statements", "openers"), any_of("statements", "auxiliaries")
    return re.compile(
        rf"(?:{doing})(?:[和及、并](?={doing}))?|(?:{openers})|(?:{auxiliaries})(?={doing}|{auxiliaries})"
    )


@cache
def _verbs_of_doing() -> re.Pattern[str]:
    """A verb of doing with what it is done to: 配套建设|处理设施."""
    return pattern("statements", "doing", after=f"[{HAN}]{{2}}")
