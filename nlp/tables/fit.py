"""How well the wording of a cell fits a kind of column."""

from __future__ import annotations

import re
from functools import cache

from corpus.characters import HAN, NUMERALS
from nlp.bodies.body_list import MARKS, PERSON
from nlp.places import place as places
from nlp.tables.column import BODIES
from nlp.vocabulary import words
from nlp.wording import any_of

# 改造排口86处, 新建泵站3站 and 确保正常运行 end like bodies.
_NO_BODY = re.compile(rf"\d[{HAN}]$|[运执进试]行$")
# Who answers for the row: 王明, 张某某、李某.
_PERSONS = re.compile(rf"{PERSON}(?:[、 ]{PERSON})*")
# A person behind a body: 县林业局 帅国华.
_PERSON_BEHIND = re.compile(f"(?<=[{HAN}]) [{HAN}]{{2,3}}$")
# 划定饮用水水源保护区 ends like a district, whose name is shorter or known; 经济技术开发区 is a body of its own.
_AREA = re.compile(f"[{HAN}]{{9}}(?<![发园新范管])[县区市州旗]$")
_INDICATOR = re.compile(r"[率量度数比重例]\*?(?:\(.*\))?$")
_YEARS = re.compile(
    r"(?:19|20)\d\d(?:[-~—–至](?:19|20)\d\d)?|(?:19|20)\d\d\.\d{1,2}(?:[-~—–至](?:19|20)\d\d\.\d{1,2})?"
)
_AMOUNT = re.compile(r"(?:约)?\d[\d.,]*(?:[千万亿]*元)?|[-—/]")
_LONG = 40


def fit(cell: str, kind: str) -> float:
    """How well a cell's wording fits a column of this kind: above 0 where it speaks for it, below where against.

    `≥95` fits value and not owner, `市水务局*` owner and not unit, `μg/m3` unit.
    """
    if kind in BODIES:
        return 4.0 if _is_body(cell) else -5.0
    if cell in words("columns", "properties"):
        return 4.0 if kind == "property" else -6.0
    if kind == "unit":
        return 4.0 if _unit().fullmatch(cell) else -6.0
    if kind == "no":
        return 2.0 if re.fullmatch(rf"\d{{1,3}}|[{NUMERALS}]{{1,3}}", cell) else -9.0
    if kind == "value":
        return _fit_value(cell)
    if kind == "money":
        return 2.0 if _AMOUNT.fullmatch(cell) else -3.0
    if kind == "time":
        if (len(cell) < 25 and re.search(r"\d年|\d月", cell)) or _YEARS.fullmatch(cell):
            return 3.0
        return 1.0 if cell.startswith((*words("columns", "times"), *words("times", "standing"))) else -5.0
    if kind in ("measure", "problem", "goal"):
        return _fit_prose(cell, kind)
    return _fit_name(cell, kind)


def names_indicator(cell: str) -> bool:
    """True for a name that ends as those of indicators do: 森林覆盖率*, PM2.5浓度; not 水环境治理."""
    return _INDICATOR.search(cell) is not None


def _fit_value(cell: str) -> float:
    if re.match(r"[\[〔【]?[≥≤><=~△]*\d[\d.,]*[%‰]?[\]〕】]?$|[≥≤><△]", cell) or re.search(r"[≥≤><]\d", cell):
        return 3.0
    if (
        len(cell) <= _LONG
        and not names_indicator(cell)
        and any(word in cell for word in words("columns", "value_words"))
    ):
        return 1.5
    return 0.0 if cell in "-—/" else -3.0


def _fit_prose(cell: str, kind: str) -> float:
    """Sentences; those on problems and goals have words of their own, and measures may be numbered."""
    score = 3.0 if len(cell) > _LONG or "。" in cell else -0.5
    if kind == "measure":
        return score + (1.0 if re.match(r"\(?\d{1,2}[.、)]", cell) else 0.0)
    return score + (1.0 if any(word in cell for word in words("columns", f"{kind}_words")) else -0.5)


def _fit_name(cell: str, kind: str) -> float:
    """Names of fields, tasks, indicators, projects: a phrase, neither number nor body nor paragraph."""
    if kind == "person" and _PERSONS.fullmatch(cell):
        return 2.5
    if re.fullmatch(r"[\d.≥≤%><\[\]〔〕【】-]+", cell) or _unit().fullmatch(cell):
        return -4.0
    if len(cell) > _LONG + 20:
        return -4.0
    score = -1.5 if _is_body(cell) else 0.5
    if kind == "indicator" and names_indicator(cell):
        score += 1.5
    if kind == "field" and (len(cell) > 12 or cell.startswith("(")):
        score -= 2.0
    if kind == "task" and re.match(rf"\([{NUMERALS}]+\)", cell):
        score += 2.0
    return score


@cache
def _unit() -> re.Pattern[str]:
    latin = r"[a-zA-Zμ]{1,3}\d?(?:/[a-zA-Z]{1,3}\d?)?"
    part = rf"(?:[百千万亿]{{0,2}}(?:{any_of('columns', 'units')})|{latin})"
    return re.compile(rf"\(?{part}(?:[/·]{part})*\)?")


@cache
def _body_name() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('columns', 'bodies')})[{MARKS}]?(?:\([^()]*\))?等?[{MARKS}]?$")


def _is_body(cell: str) -> bool:
    """True for a list of bodies, also one broken off after a comma: 市水务局*、市住建局, (考核办)."""
    last = cell.rstrip("、,。; ")
    last = last if "(" in last[1:] else last.strip("()")
    if _body_name().search(last) is None:
        last = _PERSON_BEHIND.sub("", last)
    if _NO_BODY.search(last) or (_AREA.search(last) and places.find(last) is None):
        return False
    return len(cell) <= 300 and "。" not in cell.rstrip("。") and _body_name().search(last) is not None
