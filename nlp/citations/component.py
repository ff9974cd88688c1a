"""Component `citations`: the policies, laws and standards that a document cites by title or by number."""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from nlp.citations.own_title import is_own, own_titles, soften
from nlp.facts import Citation, Facts
from nlp.references.book_title import BookTitle, find_titles, is_policy
from nlp.references.document_number import DocumentNumber, find_numbers, normalize_number
from nlp.tasks.names import names_by_task
from nlp.vocabulary import words

# Between a title and its number stand at most a bracket and a few words: 《…》(试行)(环发…, 《…》(以下简称…,国发…
_BETWEEN = re.compile(r"(?:\([^()\d]{1,12}\))?(?:文件)?[(,]?(?:[^()。;《》\d]{0,14}[,;])?")
# The line of a number alone, looked at no further than a label is wide: a line may be as long as a text.
_WIDEST_LABEL = 40
_LABEL = rf"[ \t|:()文号发字编]{{0,{_WIDEST_LABEL}}}"
_LINE_BEFORE = re.compile(rf"(?:\A|\n){_LABEL}\Z")
_LINE_AFTER = re.compile(rf"{_LABEL}(?:\n|\Z)")
_SHORT_TITLES = words("citations", "short_titles")
_CALLED_SHORT = re.compile(r"(?:以下|下)?(?:统称|简称|称)为?[“\"]?\Z")


@Language.component("shanshui_citations")
def read_citations(doc: Doc) -> Doc:
    """Fills `facts.citations` with every place where another document is cited, and the names into the tasks.

    Reads `facts.text`, `facts.title`, `facts.number`, `facts.sections` and `facts.tasks`. Cites:
    `根据《外来入侵物种管理办法》`, `《水污染防治行动计划》(国发〔2015〕17号)` (one citation with title and number),
    `按照环办生态〔2024〕4号要求`. Does not cite: the document's own title and number, `《中国环境报》`,
    `《排污许可证》`.
    """
    facts: Facts = doc._.facts
    facts.citations = _join(_cited_titles(facts), _cited_numbers(facts), facts)
    found = [(cited.start, name) for cited in facts.citations for name in (cited.title, cited.number) if name]
    for task, names in names_by_task(facts.tasks, found):
        task.citations = names
    return doc


def _cited_titles(facts: Facts) -> list[tuple[BookTitle, str]]:
    """Titles that are cited, each with the full title it stands for: 《意见》 stands for the title it shortens."""
    cited: list[tuple[BookTitle, str]] = []
    own = own_titles(facts)
    called: dict[str, str | None] = {}
    shortened: dict[str, str] = {}
    latest: str | None = None
    for title in find_titles(facts.text):
        if _CALLED_SHORT.search(facts.text, max(0, title.start - 6), title.start):
            called[title.text] = latest
            continue
        if not is_policy(title, facts.text):
            facts.reject("citation: no policy in the book-title marks")
            continue
        latest = None if is_own(title, own, facts.text) else _meant(title.text, called, shortened)
        if latest:
            cited.append((title, latest))
            shortened |= dict.fromkeys(_short_forms(latest), latest)
        else:
            facts.reject("citation: the document itself, or a short title that shortens none")
    return cited


def _meant(title: str, called: dict[str, str | None], shortened: dict[str, str]) -> str | None:
    """The full title that a title stands for; None where it shortens the document's own title or none at all."""
    if title in called:
        return called[title]
    return shortened.get(title) if title in _SHORT_TITLES else title


@lru_cache(maxsize=1024)
def _short_forms(title: str) -> tuple[str, ...]:
    """What a title is called once it was cited: 意见 and 指导意见 for 关于推进清洁生产的指导意见."""
    named = soften(title).removesuffix("的通知")
    return tuple(short for short in _SHORT_TITLES if named.endswith(short))


def _cited_numbers(facts: Facts) -> list[DocumentNumber]:
    """Numbers of other documents: not the document's own, which also stands alone on a line of its head."""
    own = normalize_number(facts.number) if facts.number else None
    cited = []
    for number in find_numbers(facts.text):
        if normalize_number(number.text) == own or _alone_on_line(number, facts.text):
            facts.reject("citation: the document's own number")
        else:
            cited.append(number)
    return cited


def _alone_on_line(number: DocumentNumber, text: str) -> bool:
    """Whether a line holds nothing but a number and what it is called: 文号:国发〔2015〕17号."""
    before = _LINE_BEFORE.search(text, max(0, number.start - _WIDEST_LABEL - 1), number.start)
    return before is not None and _LINE_AFTER.match(text, number.end) is not None


def _join(titles: list[tuple[BookTitle, str]], numbers: list[DocumentNumber], facts: Facts) -> list[Citation]:
    """One citation for a title and the number that follows or leads it, one for every other title and number."""
    after = {title.end: i for i, (title, _) in enumerate(titles)}
    joined = [Citation(name, None, title.start, title.end, rule="title") for title, name in titles]
    alone = []
    for number in numbers:
        at = _title_before(number, facts.text, after)
        if at is not None and joined[at].number is None:
            joined[at].number, joined[at].end, joined[at].rule = number.text, number.end, "title and number"
        elif number.text[0] in "〔[﹝【(":
            facts.reject("citation: a number without its office")
        else:
            alone.append(Citation(None, number.text, number.start, number.end, rule="number"))
    return sorted(joined + alone, key=lambda cited: cited.start)


def _title_before(number: DocumentNumber, text: str, after: dict[int, int]) -> int | None:
    """Which title the number belongs to: the one that ends right before it."""
    mark = text.rfind("》", max(0, number.start - 30), number.start)
    if mark < 0 or _BETWEEN.fullmatch(text, mark + 1, number.start) is None:
        return None
    return after.get(mark + 1)
