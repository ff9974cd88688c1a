"""Documents that no sober person writes: every text in them holds what quoting and escaping get wrong."""

from __future__ import annotations

from hypothesis import strategies as st

from nlp.facts import Citation, Deadline, Facts, Issue, Mention, Owner, Place, Section, Target, Task

_TRICKY = ("'", '"', '""', "\\", "\\u0041", "\n", "\r\n", "\t", ";", "|", "`", "$rows", "{}", "//", "</data>", "&amp;")
_TRICKY += ("水务局", "𠮷", "🏞️", "é", "\u2028", "\u001f", "\u0085", "", " ", "NULL", "1", ",", "a" * 300)
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
WORDS = st.one_of(st.sampled_from(_TRICKY), st.text(LETTERS, max_size=8), st.text("江河'\"\\\n;", max_size=6))
NAMES = WORDS.filter(lambda text: text.strip() != "")
PLACES = st.sampled_from(
    [None, Place("嵊州市", "330683", "county", ["浙江省", "绍兴市", "嵊州市"]), Place("某'镇", None, "town", [])]
)
TITLES = st.one_of(WORDS, st.sampled_from(["水污染防治行动计划", "“蓝天”'行动'", "关于印发\\n的通知"]))


@st.composite
def documents(draw: st.DrawFn, least: int = 1) -> list[Facts]:
    """Some documents that may cite each other by title, share bureaus and rivers, or be worded alike."""
    return [draw(_document(number)) for number in range(draw(st.integers(least, 3)))]


@st.composite
def _document(draw: st.DrawFn, number: int) -> Facts:
    text = draw(st.text(LETTERS, min_size=4, max_size=60)) + draw(st.sampled_from(_TRICKY))
    facts = Facts(f"d{number}{draw(st.sampled_from(['', '-', '篇一']))}", f"{number}{draw(WORDS)}.txt", None, text)
    facts.title, facts.number, facts.jurisdiction = draw(TITLES), draw(st.none() | WORDS), draw(PLACES)
    facts.rejected = {draw(NAMES): 1}
    facts.sections = [Section("s", "一、", draw(WORDS), 1, 0, 1, len(text), None, "measure")]
    facts.tasks = [Task("t", "一/1", "measure", draw(WORDS), 1, len(text), "s", "water")]
    facts.tasks[0].owners = [
        Owner(name, "lead", 0, 1, canonical=name, function="water") for name in draw(st.lists(NAMES, max_size=2))
    ]
    facts.tasks[0].deadlines = [Deadline(draw(WORDS), 0, 1, ends="2025")]
    value = draw(st.floats(allow_nan=False, allow_infinity=False))
    facts.targets = [
        Target("g", draw(st.sampled_from([None, "t"])), draw(NAMES), ">=", value, draw(WORDS), text[:3], 0, 3)
    ]
    facts.water_bodies = [Mention(name, name, 1, 2) for name in draw(st.lists(NAMES, max_size=2))]
    facts.projects = [Mention(name, name, 1, 2) for name in draw(st.lists(NAMES, max_size=2))]
    facts.citations = [Citation(draw(TITLES), draw(st.none() | WORDS), 0, n) for n in range(draw(st.integers(0, 2)))]
    facts.issues = [Issue("redaction", 0, 2, draw(WORDS))]
    return facts
