from __future__ import annotations

import pytest

from graph.answers.evidence import quote


@pytest.mark.parametrize(
    ("text", "words", "clause"),
    [
        ("整治河道。(牵头单位:市生态环境局;责任单位:市水务局、市财政局)", "市水务局", "责任单位:市水务局、市财政局"),
        ("各村(居)要全力协助,水利所要做好恢复工作。其他", "水利所", "各村(居)要全力协助,水利所要做好恢复工作"),
        ("到2025年,建成区(含开发区)污水处理率达到97%;森林覆盖率", "97%", "到2025年,建成区(含开发区)污水处理率达到97%"),
        ("市水务局", "市水务局", "市水务局"),
    ],
)
def test_quote_is_the_clause_around_the_words(text: str, words: str, clause: str) -> None:
    start = text.index(words)
    found = quote(text, start, start + len(words))
    assert (str(found), found.words) == (clause, words)


def test_quote_is_never_longer_than_its_reach() -> None:
    text = "治" * 1000
    assert len(str(quote(text, 500, 504))) == 244
