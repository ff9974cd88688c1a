"""Times that a question names, and what of a small store is due by them or was issued in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.answers.answers import Answerer
from graph.ingest import ingest
from graph.stores.opening import open_store
from nlp.questions.mask import Mask
from nlp.questions.times import Times, find_times

LAKES = """泸府办〔2022〕18号
泸州市人民政府办公室关于印发泸州市美丽河湖建设方案的通知
各区县人民政府:
现印发给你们,请认真贯彻执行。
泸州市人民政府办公室
2022年3月5日
泸州市美丽河湖建设方案
根据《国务院关于印发水污染防治行动计划的通知》(国发〔2015〕17号),制定本方案。
一、主要任务
(一)整治永宁河。2023年6月底前完成永宁河河道整治。(市水务局牵头)
(二)建设公园。2023年10月前建成沱江湿地公园二期项目、龙马潭水系连通工程。(市住建局牵头)
(三)清理垃圾。2023年12月底前清零河面垃圾。(市城管局牵头)
"""
SHORT = """宜宾市河湖管护方案
2020年6月1日
一、清理河面垃圾。
"""
AIR = """宜兴市大气污染防治工作方案
一、工作目标
2023年PM2.5平均浓度不高于30微克/立方米,2025年不高于27微克/立方米。
二、主要任务
(一)治理扬尘。推进工地扬尘治理。(市住建局牵头)
宜兴市生态环境局
2023年2月1日
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    folder: Path = tmp_path_factory.mktemp("plans")
    (folder / "lakes.txt").write_text(LAKES, "utf-8")
    (folder / "air.txt").write_text(AIR, "utf-8")
    (folder / "short.txt").write_text(SHORT, "utf-8")
    with open_store(str(tmp_path_factory.mktemp("store"))) as opened:
        ingest([folder], opened)
        yield Answerer(opened)


@pytest.mark.parametrize(
    ("question", "times"),
    [
        ("2023到2025年的目标", Times(("2023", "2024", "2025"))),
        ("2025年底前要完成什么", Times(("2025",), None, "2025-12-31")),
        ("2025年要完成什么", Times(("2025",))),
        ("2025年4月底前要完成什么", Times(("2025",), None, "2025-04-30")),
        ("2023年10月之前到期的任务", Times(("2023",), None, "2023-09-30")),
        ("2023年10月前到期的任务", Times(("2023",), None, "2023-10-31")),
        ("2023年6月30日前要完成什么", Times(("2023",), None, "2023-06-30")),
        ("2024年2月要完成什么", Times(("2024",), "2024-02-01", "2024-02-29")),
        ("tasks due before September 2023", Times(("2023",), None, "2023-08-31")),
        ("what must be done by the end of April 2025", Times(("2025",), None, "2025-04-30")),
        ("what is due in June 2024", Times(("2024",), "2024-06-01", "2024-06-30")),
        ("what was due on 30 June 2024", Times(("2024",), "2024-06-30", "2024-06-30")),
        ("比2020年下降多少", Times()),
        ("the March of the volunteers", Times()),
    ],
)
def test_times_are_read_to_the_day(question: str, times: Times) -> None:
    assert find_times(Mask(question)) == times


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("2023年6月底前泸州要完成什么?", ["(一)"]),
        ("泸州2023年10月前要完成哪些任务?", ["(一)", "(二)"]),
        ("泸州2023年10月之前要完成哪些任务?", ["(一)"]),
        ("泸州2023年12月要做完哪几件事?", ["(三)"]),
        ("Which Luzhou tasks are due before July 2023?", ["(一)"]),
        ("Which Luzhou tasks must be done by the end of October 2023?", ["(一)", "(二)"]),
        ("2023年底前泸州要完成什么?", ["(一)", "(二)", "(三)"]),
    ],
)
def test_due_is_told_by_month_and_day(answerer: Answerer, question: str, keys: list[str]) -> None:
    assert [task["key"].split("/")[-1] for task in answerer.ask(question)["tasks"]] == keys


@pytest.mark.parametrize(
    ("question", "sources"),
    [
        ("2022年印发的文件有哪些?", ["lakes.txt"]),
        ("Which documents were issued in 2023?", ["air.txt"]),
        ("哪些文件是2022年3月发布的?", ["lakes.txt"]),
        ("2019年印发了哪些文件?", []),
        ("Which documents were published in 2019?", []),
        ("泸府办〔2022〕18号是什么文件?", ["lakes.txt"]),
        ("国发[2015]17号被哪些文件引用了?", ["lakes.txt"]),
        ("国发〔2016〕31号被哪些文件引用了?", []),
    ],
)
def test_documents_are_told_by_date_and_number(answerer: Answerer, question: str, sources: list[str]) -> None:
    answer = answerer.ask(question)
    assert [document["source"] for document in answer.get("documents", [])] == sources
    assert answer["none"] is (not sources)


def test_evidence_of_a_short_document_lies_inside_it(answerer: Answerer) -> None:
    (quote,) = answerer.ask("2020年发布的文件有哪些?")["evidence"]
    assert quote["end"] - quote["start"] == len(quote["quote"]) < 80


def test_pollutant_is_not_its_whole_field(answerer: Answerer) -> None:
    assert answerer.ask("宜兴的空气目标是什么?")["targets"]
    assert answerer.ask("宜兴的臭氧目标是多少?")["none"]


@pytest.mark.parametrize(
    "question", ["泸州有哪些工程?", "泸州美丽河湖方案里有哪些具体工程?", "Which projects are in the Luzhou plan?"]
)
def test_words_of_the_title_narrow_no_list(answerer: Answerer, question: str) -> None:
    assert sorted(answerer.ask(question)["names"]) == ["沱江湿地公园二期项目", "龙马潭水系连通工程"]


def test_change_within_a_plan_is_told_by_its_targets(answerer: Answerer) -> None:
    answer = answerer.ask("宜兴从2023年到2025年PM2.5浓度目标有什么变化?")
    assert [target["value"] for target in answer["targets"]] == [30, 27]


def test_follow_up_keeps_no_year_that_the_plan_does_not_set(answerer: Answerer) -> None:
    answer = answerer.ask_after("那宜兴呢?", ["2020年泸州的PM2.5浓度目标是多少?"])
    assert {target["value"] for target in answer["targets"]} == {30, 27}
