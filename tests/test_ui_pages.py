"""Every page of the explorer over a real API: with the starter corpus, with nothing in it, and failing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from ports import free_port
from serving import KEY, api_over, failing_server, filled
from streamlit.testing.v1 import AppTest
from waiting import PATIENCE

from api.client import Client
from api.keys import digest
from ui.pages import PAGES
from ui.words import LANGUAGES, catalogue

DOCUMENT = ("plans", "read", "quality", "timeline")
Shown = Callable[..., AppTest]


def drawn(address: str, page_name: str, monkeypatch: pytest.MonkeyPatch, /, **parameters: str) -> AppTest:
    """A page as it is drawn for an address with some parameters."""
    monkeypatch.setenv("SHANSHUI_API", address)
    page = AppTest.from_string(
        f"from ui import routes\nfrom ui.pages import PAGES\nroutes.declare(PAGES)\nPAGES[{page_name!r}]()",
        default_timeout=PATIENCE,
    )
    page.query_params.update(parameters)
    return page.run()


def words_of(page: AppTest) -> str:
    """Everything that a page says in text, HTML included."""
    kinds = (page.title, page.header, page.caption, page.markdown, page.info, page.error)
    listed = [element.value for kind in kinds for element in kind]
    return "\n".join([*listed, *(element.proto.body for element in page.get("html"))])


@pytest.fixture(scope="module")
def starter(starter_store: str) -> Iterator[str]:
    with api_over(starter_store) as address:
        yield address


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with api_over(filled(tmp_path_factory.mktemp("empty"))) as address:
        yield address


@pytest.fixture(scope="module")
def document(starter: str) -> str:
    """The plan of the starter corpus with a title and a place of its own."""
    found = Client(starter).rows("documents", place="黔东南", fields="document,plan")
    return str(next(row["document"] for row in found if row["plan"]))


@pytest.mark.parametrize("name", PAGES)
def test_page_is_drawn_from_the_starter_corpus(name: str, starter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = drawn(starter, name, monkeypatch)
    assert not page.exception
    assert not page.error
    assert page.title[0].value
    assert not page.subheader, "a level of headings is left out below the title"


@pytest.mark.parametrize("name", DOCUMENT)
def test_page_of_a_document_is_drawn(name: str, starter: str, document: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = drawn(starter, name, monkeypatch, document=document)
    assert not page.exception
    assert not page.error


@pytest.mark.parametrize("name", PAGES)
def test_page_of_an_empty_store_says_so(name: str, empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = drawn(empty, name, monkeypatch, q="水务局牵头哪些任务", name="水务局")
    assert not page.exception
    assert not page.error
    told = [info.value for info in page.info]
    assert any("shanshui ingest" in words for words in told) or name == "ask"


@pytest.mark.parametrize("name", PAGES)
def test_page_says_that_the_service_fails(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with failing_server() as address:
        page = drawn(address, name, monkeypatch, q="水务局", name="水务局", document="some-plan")
    assert not page.exception
    assert "502" in page.error[0].value
    assert "shanshui serve" in page.error[0].value


def test_list_of_doubts_counts_what_the_page_of_each_document_lists(
    starter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = Client(starter)
    for row in client.rows("documents"):
        assert row["issues"] == len(client.get(f"/documents/{row['document']}/text")["issues"])
    told = re.findall(r"存疑 ([\d,]+) 处", words_of(drawn(starter, "quality", monkeypatch)))
    counts = sorted((row["issues"] for row in client.rows("documents")), reverse=True)
    assert [int(count.replace(",", "")) for count in told] == counts[: len(told)]


def test_page_says_that_the_service_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    page = drawn(f"http://127.0.0.1:{free_port()}", "plans", monkeypatch)
    assert not page.exception
    assert "ConnectError" in page.error[0].value


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DOCUMENT)
def test_page_of_an_unknown_document_says_so_below_its_name(
    name: str, language: str, starter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = drawn(starter, name, monkeypatch, document="none-0000", lang=language)
    assert not page.exception
    assert [title.value for title in page.title] == [catalogue()[name][language]]
    told = page.error[0].value.replace("\\", "")
    assert "none-0000" in told
    assert ("there is no document" in told) is (language == "en"), "what the service says is English"


@pytest.mark.parametrize(("language", "title"), [("zh", "部门"), ("en", "Departments")])
def test_page_speaks_the_language_of_its_address(
    language: str, title: str, starter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = drawn(starter, "departments", monkeypatch, lang=language, name="water bureau")
    assert page.title[0].value == title


def test_answer_shows_tasks_with_the_words_that_say_so(starter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = drawn(starter, "ask", monkeypatch, q="水务局牵头哪些任务")
    assert '<mark id="here" class="evidence" title="">州水务局</mark>' in words_of(page)


@pytest.mark.parametrize("question", ["哪些任务涉及黑臭水体", "which tasks deal with black and odorous water"])
def test_answer_marks_the_topic_where_its_tasks_say_it(
    question: str, starter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = drawn(starter, "ask", monkeypatch, q=question)
    assert re.search(r'大力整治城镇<mark[^>]* class="evidence" title="">黑臭水体</mark>', words_of(page))


@pytest.mark.parametrize(("question", "name"), [("杭州有哪些水体", "钱塘江"), ("黔东南有哪些项目", "三穗园区")])
def test_name_that_an_answer_tells_leads_to_its_tasks(
    question: str, name: str, starter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = drawn(starter, "ask", monkeypatch, q=question, lang="zh")
    assert re.search(rf'<a class="chip " href="\.\?q=[^"]+" target="_self">{name}', words_of(page))


def test_answer_of_nothing_says_so_without_a_guess(starter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = drawn(starter, "ask", monkeypatch, q="哪些任务涉及黄浦江")
    assert not page.exception
    assert "没有" in words_of(page)
    assert 'class="evidence"' not in words_of(page)


def test_text_shows_the_words_that_a_link_points_to(
    starter: str, document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = Client(starter).document(document, "text")["text"]
    start = text.index("州水务局")
    page = drawn(starter, "read", monkeypatch, document=document, start=str(start), end=str(start + 4))
    assert '<mark id="here" class="evidence" title="">州水务局</mark>' in words_of(page)


def test_text_stands_beside_the_words_before_repair(starter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    held = Client(starter).rows("documents", fields="document,part")
    document = next(row["document"] for row in held if row["part"] == "篇一")
    line = Client(starter).document(document, "text")["rewordings"][0]
    page = drawn(starter, "read", monkeypatch, document=document, compared="true")
    assert not page.exception
    assert "態(tài)" in line["original"]
    assert f"<div>{line['original']}</div>" in words_of(page)
    assert "態(tài)" not in words_of(drawn(starter, "read", monkeypatch, document=document))


def test_graph_shows_the_way_to_another_node(starter: str, document: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = drawn(starter, "network", monkeypatch, label="Document", id=document, to="Function|water", lang="zh")
    assert not page.exception
    kinds = [label.split(" · ")[0] for label in labels(page) if " · " in label]
    assert kinds == ["文件", "任务", "单位", "职能"]


def test_department_tells_when_its_tasks_are_due_and_who_shares_them(
    starter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = drawn(starter, "departments", monkeypatch, name="水务局", lang="zh")
    assert {"任务到期的年份", "共同承担的单位"} <= {heading.value for heading in page.header}
    assert any("农业农村局" in label for label in labels(page))


def test_facets_count_the_passages_that_answer(starter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = drawn(starter, "search", monkeypatch, q="黑臭水体", lang="zh")
    fields = next(box for box in asked.selectbox if box.label == "领域")
    counts = Client(starter).counts("黑臭水体")["domain"]
    assert len(fields.options) == len(counts)
    assert fields.options[0].endswith(f" · {next(iter(counts.values()))}")


def test_linked_policies_that_are_all_held_are_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heading = "{place}水污染防治工作方案\n\n一、重点任务\n"
    river = heading.format(place="临河市") + "(一)治理黑臭水体。(牵头单位:市水务局)\n"
    county = heading.format(place="磴口县") + "(一)落实《临河市水污染防治工作方案》。(牵头单位:县水务局)\n"
    (tmp_path / "a.txt").write_text(river, "utf-8")
    (tmp_path / "b.txt").write_text(county, "utf-8")
    with api_over(filled(tmp_path / "store", tmp_path / "a.txt", tmp_path / "b.txt")) as address:
        held = {row["plan"]: row["document"] for row in Client(address).rows("documents")}
        citing = drawn(address, "plans", monkeypatch, document=held["磴口县水污染防治工作方案"])
        cited = drawn(address, "plans", monkeypatch, document=held["临河市水污染防治工作方案"])
    assert not citing.exception
    assert "临河市水污染防治工作方案" in labels(citing)
    assert "磴口县水污染防治工作方案" in labels(cited)


def test_plan_is_found_by_words_of_its_name(starter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = drawn(starter, "plans", monkeypatch, title="三年行动 黔东南州")
    (plan,) = labels(page)
    assert "三年行动工作方案" in plan
    assert "这里没有记录" in words_of(drawn(starter, "plans", monkeypatch, title="没有这份文件"))


def test_task_of_a_plan_shows_its_owners_and_deadlines_in_its_words(
    document: str, starter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = words_of(drawn(starter, "plans", monkeypatch, document=document))
    assert re.search(r'<mark class="owner" title="">州生态环境局</mark>', shown)
    assert re.search(r'<mark class="deadline" title="">到2025年</mark>', shown)


def labels(page: AppTest) -> list[str]:
    """What the links of a page say."""
    return [link.proto.label for link in page.get("page_link")]


def test_closed_service_is_read_with_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with api_over(filled(tmp_path / "store"), keys=(digest(KEY),), closed=True) as address:
        refused = drawn(address, "plans", monkeypatch)
    monkeypatch.setenv("SHANSHUI_API_KEY", KEY)
    with api_over(filled(tmp_path / "store"), keys=(digest(KEY),), closed=True) as address:
        page = drawn(address, "plans", monkeypatch)
    assert "SHANSHUI_API_KEY" in refused.error[0].value
    assert not page.error


@pytest.mark.parametrize("span", [("9", "3"), ("x", "y"), ("0", "99999999"), ("-4", "2")])
def test_text_of_a_span_that_is_none_is_shown_from_its_beginning(
    span: tuple[str, str], starter: str, document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = drawn(starter, "read", monkeypatch, document=document, start=span[0], end=span[1])
    assert not page.exception
    assert "evidence" not in words_of(page)


def test_script_in_a_plan_is_shown_as_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plan.txt").write_text(
        "临河市<script>alert(1)</script>水污染防治工作方案\n\n一、重点任务\n(一)治理<script>alert(2)</script>黑臭水体。"
        "到2025年,完成*12*条河道清淤。(牵头单位:市水务局)\n",
        "utf-8",
    )
    with api_over(filled(tmp_path / "store", tmp_path / "plan.txt")) as address:
        held = next(iter(Client(address).rows("documents")))["document"]
        assert "alert(2)" in Client(address).document(held, "text")["text"]
        pages = [
            drawn(address, name, monkeypatch, document=held, q="黑臭水体", name="水务局")
            for name in ("read", "plans", "search", "departments", "ask")
        ]
    for page in pages:
        assert not page.exception
        assert "<script>alert" not in words_of(page)
    assert "&lt;script&gt;alert(2)" in words_of(pages[0])
