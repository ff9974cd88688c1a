"""Pages whose marks of punctuation were drawn by lot, and pages that only look a little like them."""

from __future__ import annotations

from corpus.repairs.repair import repair

DRAWN = (
    "沭河市水污染防治工作方案为改善水质、保障用水.根据省里的部署,结合实际。制定本方案、一,工作思路坚持系统治理。源头防控,"
    "分类施策、补齐短板.确保水质稳定向好,二.工作目标到2027年,省考断面水质优良比例达到90.以上。城镇污水收集率达到75,左右、"
    "河湖生态流量得到保障。三,主要任务、一.补齐污水短板。1.改造老旧管网、新建雨污分流管网.消除直排口.2026年年底前完成,"
    "市住建局牵头。市水务局.市财政局等配合,2.治理工业废水。严查偷排.推进园区废水集中处理、市工信局牵头,市生态环境局。"
    "市水务局配合.二。保护饮用水源,清理一级保护区.划定缓冲带、按照沭政发。2025,12号要求推进,市生态环境局牵头,市水务局配合。"
)


def test_marks_that_can_be_told_are_restored() -> None:
    text = repair(DRAWN).text
    lines = text.split("\n")
    assert [line[:8] for line in lines] == [
        "沭河市水污染防治",
        "一、工作思路坚持",
        "二、工作目标到2",
        "三、主要任务。",
        "(一)补齐污水短",
        "1.改造老旧管网",
        "2.治理工业废水",
        "(二)保护饮用水",
    ]
    assert "比例达到90%以上" in text
    assert "收集率达到75%左右" in text
    assert "市住建局牵头,市水务局、市财政局等配合" in text
    assert "沭政发〔2025〕12号" in text


def test_marks_of_a_page_that_kept_its_brackets_stay() -> None:
    kept = DRAWN.replace("工作方案", "工作方案(试行)", 1)
    assert repair(kept).text == kept


def test_marks_of_a_page_with_points_for_full_stops_stay() -> None:
    points = DRAWN.replace("。", ".")
    assert repair(points).text == points


def test_restored_marks_are_restored_once() -> None:
    once = repair(DRAWN).text
    assert repair(once).text == once
