"""A page that carries its text twice is read once; page chrome goes; what restates a plan in an annex stays."""

from __future__ import annotations

import pytest
from maps import assert_map
from stopwatch import finish_within

from corpus.chrome import cut_chrome, is_chrome
from corpus.copies import cut_copies
from corpus.repairs.repair import repair

TITLE = "南通市深入打好碧水保卫战实施方案"
PLAN = [
    "各县(市、区)人民政府,市各委、办、局:",
    "为持续改善水生态环境质量,结合我市实际,制定本方案。",
    "一、主要目标",
    "到2025年,国省考断面优Ⅲ比例达到95%以上,城市建成区黑臭水体全面消除。",
    "二、重点任务",
    "(一)强化工业废水治理。推进工业园区污水处理设施建设,2024年底前完成12个园区整治。(责任单位:市生态环境局、市工信局)",
    "(二)推进城镇污水处理提质增效。新增污水管网120公里,农村生活污水治理率达到50%。(责任单位:市住建局、市水利局)",
    "(三)加强船舶港口污染防治。实现港口码头水污染物接收设施全覆盖。(责任单位:市交通运输局)",
]
ANNEX = ["附件1", "重点任务清单", *(line.partition(")")[2].partition("(责任")[0] for line in PLAN[5:])]


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def test_second_copy_is_cut_and_marked() -> None:
    source = page(TITLE, *PLAN, *PLAN)
    cut = cut_copies(repair(source))
    assert cut.text == page(TITLE, *PLAN)
    assert [mark.kind for mark in cut.damage] == ["repeated-text"]
    assert_map(cut, source)


def test_four_copies_become_one() -> None:
    assert cut_copies(repair(page(TITLE, *PLAN * 4))).text == page(TITLE, *PLAN)


def test_copy_with_other_line_ends_is_cut() -> None:
    assert cut_copies(repair(page(TITLE, *PLAN) + "\n" + "\n".join(PLAN))).text == page(TITLE, *PLAN)


def test_words_of_the_second_copy_alone_stay() -> None:
    second = [*PLAN[:6], "2023年6月30日印发,由市生态环境局负责解释。", *PLAN[6:]]
    cut = cut_copies(repair(page(TITLE, *PLAN, *second)))
    assert cut.text == page(TITLE, *PLAN, "2023年6月30日印发,由市生态环境局负责解释。")


def test_title_that_stands_twice_stands_once() -> None:
    assert cut_copies(repair(page(TITLE, TITLE, *PLAN))).text == page(TITLE, *PLAN)


@pytest.mark.parametrize(
    "lines",
    [
        [TITLE, *PLAN, *ANNEX],
        [TITLE, *PLAN],
        [TITLE, *PLAN[:6], "各地要加强组织领导,压实工作责任。", *PLAN[6:], "各地要加强组织领导,压实工作责任。"],
    ],
)
def test_annex_and_single_repetitions_stay(lines: list[str]) -> None:
    assert cut_copies(repair(page(*lines))).text == page(*lines)


def test_copies_of_a_long_page_take_linear_time() -> None:
    lines = [f"({number})第{number}项任务由第{number}个责任单位负责落实,{number}月底前完成。" for number in range(8000)]
    repaired = repair("\n".join(lines * 2))
    assert len(finish_within(2, lambda _: cut_copies(repaired)).text) == len("\n".join(lines))


def test_same_cell_in_every_row_takes_linear_time() -> None:
    repaired = repair("\n".join(["由市生态环境局牵头负责组织实施并督促落实"] * 20_000))
    finish_within(2, lambda _: cut_copies(repaired))


def test_chrome_at_head_and_tail_is_cut() -> None:
    source = page(
        TITLE, "内容", "发送至邮箱", *PLAN, "查看详情》", "相关推荐", "某某大数据", "首页", "登录", "热门搜索"
    )
    cut = cut_chrome(repair(source))
    assert cut.text == page(TITLE, *PLAN)
    assert {mark.kind for mark in cut.damage} == {"page-chrome"}
    assert_map(cut, source)


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("【打印】【关闭】", True),
        ("主办:维西县人民政府 承办:维西县人民政府办公室", True),
        ("主办:市水务局 承办:市排水公司", False),
        ("- 浏览次数:328", True),
        ("打印 字体:", True),
        ("第 [1] 页 共[2]页", True),
        ("全县共3页台账,共8页附表。", False),
        ("您的位置:首页 > 政务公开 > 通知公告", True),
        ("上一篇:关于做好汛期水质保障工作的通知", True),
        ("点击数:374 次 发布日期:2018-07-02", False),
        ("发布时间:2023-07-18 来源:市生态环境局", False),
        ("附件:(点击查看)", False),
        ("附件下载:关于印发工作要点的通知.pdf", True),
        ("猜您喜欢:河长制工作总结、治水方案", True),
        (
            "特别声明:某某网转载其他网站的内容,是为了传递更多信息,并不表示赞成其观点,也不证实其描述,内容仅供读者参考。",
            True,
        ),
        ("声明:凡列入清单的企业一律停产整治。", False),
        ("互联网新闻信息服务许可证 编号:10120170000", True),
        ("内容", False),
        ("-", False),
        ("【字体:大 中 小】 【打印】", True),
        ("湘ICP备05000618号 网站标识码:4300000001", True),
        ("南通市生态环境局", False),
        ("登录平台开展网上巡查,发现问题及时处置。", False),
    ],
)
def test_chrome_is_told_from_text(line: str, known: bool) -> None:
    assert is_chrome(line) is known


def test_header_of_a_table_at_the_head_is_no_chrome() -> None:
    source = page("序号", "内容", "责任单位", *PLAN)
    assert cut_chrome(repair(source)).text == source


def test_last_cells_of_a_table_are_no_chrome() -> None:
    source = page(*PLAN, "25", "土壤有机质含量", "-", "保持稳定", "农业农村局")
    assert cut_chrome(repair(page(source, "打印", "关闭"))).text == source


def test_signature_at_the_tail_is_no_chrome() -> None:
    source = page(*PLAN, "南通市人民政府", "2023年6月30日", "打印", "关闭")
    assert cut_chrome(repair(source)).text == page(*PLAN, "南通市人民政府", "2023年6月30日")
