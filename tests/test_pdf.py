"""PDF pages come back as the paragraphs and tables that were printed on them."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise, product

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from corpus.formats.refusal import RefusedError
from corpus.printed.pdf import text_of

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))
WIDTH, HEIGHT = A4
LEFT, SIZE, CHARACTERS, LEADING, ROWS = 74, 16, 28, 28, 22  # as the standard for official documents has it

TITLE = ["常州市人民政府办公室关于印发", "太湖流域（常州）水环境综合治理方案的通知"]
BODY = [
    "为贯彻落实太湖流域水环境综合治理总体方案，持续改善太湖水质，保障供水安全，结合我市实际，制定本方案。",
    "一、主要目标",
    "到2025年，太湖竺山湖水域水质稳定达到Ⅳ类，总磷浓度控制在0.08毫克/升以内，15条主要入湖河道水质达到或优于Ⅲ类。"
    "确保饮用水安全，确保不发生大面积湖泛。流域城镇污水处理率达到98%以上，农村生活污水治理率达到90%。",
    "二、重点任务",
    "（一）控源截污",
    "1.加强工业污染治理。推进太湖流域一级保护区企业清退，2024年底前完成印染、化工、电镀等重点行业企业提标改造，"
    "新建项目严格执行氮磷倍量削减要求。",
    "责任单位：市生态环境局、市工信局",
    "2.提升城镇污水处理能力。新建、改建污水管网120公里。（市住建局牵头，市水利局配合）",
    "三、保障措施",
    "各辖市（区）人民政府要落实主体责任，加大资金投入。市太湖办要会同有关部门加强督查考核，每季度通报一次进展情况。",
]


def typeset(
    paragraphs: list[str], title: list[str] = (), head: str | list[str] = "", numbers: str = "— {} —", indent: int = 2
) -> bytes:
    """Pages as an official document has them: 22 rows of 28 characters, indented paragraphs, numbers at the foot."""
    rows: list[tuple[str, int]] = [(row, 22) for row in title]
    for paragraph in paragraphs:
        row = "　" * indent
        for word in re.findall(r"[\x21-\x7e]+|.[，。、；）]*", paragraph):
            if pdfmetrics.stringWidth(row + word[:1], FONT, SIZE) > CHARACTERS * SIZE:
                rows.append((row, SIZE))
                row = ""
            row += word
        rows.append((row, SIZE))
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for page in range(0, len(rows), ROWS):
        for i, (text, size) in enumerate(rows[page : page + ROWS]):
            canvas.setFont(FONT, size)
            y = HEIGHT - 130 - i * LEADING
            indented = len(text) - len(text.lstrip("　"))
            if size > SIZE:
                canvas.drawCentredString(LEFT + SIZE * CHARACTERS / 2, y, text)
            else:
                canvas.drawString(LEFT + indented * SIZE, y, text.lstrip("　"))
        canvas.setFont(FONT, 10)
        canvas.drawCentredString(WIDTH / 2, 40, numbers.format(page // ROWS + 1))
        canvas.drawString(LEFT, HEIGHT - 50, head if isinstance(head, str) else head[page // ROWS])
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def built(*story: Flowable, **options: object) -> bytes:
    file = BytesIO()
    SimpleDocTemplate(file, pagesize=A4, **options).build(list(story))
    return file.getvalue()


@pytest.mark.parametrize("numbers", ["— {} —", "- {} -", "{}", "第{}页 共9页", "第 {} 页", "{}/9"])
def test_pdf_joins_wrapped_rows_and_drops_page_numbers(numbers: str) -> None:
    assert text_of(typeset(BODY * 3, numbers=numbers)).splitlines() == BODY * 3


@pytest.mark.parametrize("head", ["常州市人民政府公报", "常州市人民政府公报 2024年第3期"])
def test_pdf_drops_running_heads(head: str) -> None:
    assert text_of(typeset(BODY * 3, head=head)).splitlines() == BODY * 3


def test_pdf_drops_the_names_of_chapters_above_the_text() -> None:
    chapters = ["第一章 发展基础", "第一章 发展基础", "第二章 总体要求", "第三章 重点任务", "第四章 保障措施", "附则"]
    assert text_of(typeset(BODY * 5, head=chapters)).splitlines() == BODY * 5


def test_pdf_puts_the_rows_of_a_title_together() -> None:
    assert text_of(typeset(BODY, title=TITLE)).splitlines() == ["".join(TITLE), *BODY]


def test_pdf_without_indents_parts_paragraphs_at_full_stops_and_enumerators() -> None:
    assert text_of(typeset(BODY, indent=0)).splitlines() == BODY


def test_pdf_leaves_out_the_table_of_contents() -> None:
    contents = ["目录", "一、主要目标……………………………1", "二、重点任务……………………………2"]
    assert text_of(typeset(contents + BODY)).splitlines() == BODY


CELL = ParagraphStyle("cell", fontName=FONT, fontSize=10, leading=14, wordWrap="CJK")
TEXT = ParagraphStyle("text", fontName=FONT, fontSize=14, leading=24, wordWrap="CJK")
GRID = [("GRID", (0, 0), (-1, -1), 0.5, "black")]


def table(rows: list[list[str]], widths: list[int], style: list[tuple[object, ...]] = GRID, repeat: int = 0) -> Table:
    return Table([[Paragraph(cell, CELL) for cell in row] for row in rows], widths, style=style, repeatRows=repeat)


def test_pdf_gives_ruled_tables_as_rows_in_their_place() -> None:
    rows = [
        ["序号", "目标", "", "牵头单位"],
        ["", "2024年", "2025年", ""],
        ["1", "新建污水管网60公里，修复破损管网25公里，消除管网空白区8平方公里", "95%", "市住建局<br/>市水利局"],
        ["2", "全面消除劣Ⅴ类", "", "市生态环境局"],
    ]
    spans = [("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1)), ("SPAN", (3, 0), (3, 1)), ("SPAN", (1, 3), (2, 3))]
    before, after = Paragraph("附件：重点任务清单", TEXT), Paragraph("以上任务按季度调度。", TEXT)
    data = built(before, table(rows, [40, 130, 80, 100], GRID + spans), after)
    assert text_of(data).splitlines() == [
        "附件：重点任务清单",
        "序号\t目标\t\t牵头单位",
        "\t2024年\t2025年\t",
        "1\t新建污水管网60公里，修复破损管网25公里，消除管网空白区8平方公里\t95%\t市住建局、市水利局",
        "2\t全面消除劣Ⅴ类\t\t市生态环境局",
        "以上任务按季度调度。",
    ]


XS, YS = (72, 120, 300, 400, 520), (700, 670, 640, 600)
CELLS = [
    ["序号", "任务", "时限", "牵头单位"],
    ["1", "清淤疏浚工程", "2024年", "市水利局"],
    ["2", "截污纳管", "2025年", "市住建局"],
]


def rule(canvas: Canvas, way: str, xs: tuple[int, ...]) -> None:
    """Draws the lines of a table in one of the ways in which programs draw them."""
    if way == "boxes around cells":
        for (x1, x2), (y1, y2) in product(pairwise(XS), pairwise(YS)):
            canvas.rect(x1 + 0.3, y2 + 0.3, x2 - x1 - 0.6, y1 - y2 - 0.6)
        return
    if way == "on a shade":
        canvas.setFillGray(0.9)
        canvas.rect(XS[0], YS[1], XS[-1] - XS[0], YS[0] - YS[1], stroke=0, fill=1)
        canvas.setFillGray(0)
    if way == "dashes":
        canvas.setDash(3, 2)
    lines = [(XS[0], y, XS[-1], y) for y in YS] + [(x, YS[-1], x, YS[0]) for x in xs]
    if way == "pieces":
        lines = [(x1, y, x2, y) for y in YS for x1, x2 in pairwise(XS)]
        lines += [(x, y2, x, y1) for x in xs for y1, y2 in pairwise(YS)]
    for x1, y1, x2, y2 in lines:
        if way == "thin boxes":
            canvas.rect(x1 - 0.25, y1 - 0.25, x2 - x1 + 0.5, y2 - y1 + 0.5, stroke=0, fill=1)
        else:
            canvas.line(x1, y1, x2, y2)


@pytest.mark.parametrize("xs", [XS, XS[1:-1]], ids=["closed", "open sides"])
@pytest.mark.parametrize("way", ["lines", "pieces", "dashes", "thin boxes", "boxes around cells", "on a shade"])
def test_pdf_finds_a_table_however_its_lines_are_drawn(way: str, xs: tuple[int, ...]) -> None:
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.setFont(FONT, 10)
    rule(canvas, way, xs)
    for y, row in zip(YS[1:], CELLS, strict=True):
        for x, text in zip(XS, row, strict=False):
            canvas.drawString(x + 4, y + 8, text)
    canvas.save()
    assert text_of(file.getvalue()) == "\n".join("\t".join(row) for row in CELLS)


def test_pdf_puts_a_table_over_several_pages_together_and_its_repeated_head_once() -> None:
    head = ["序号", "断面名称", "所在河流", "考核目标"]
    rows = [[str(i), f"第{i}断面", "孟津河", "Ⅲ类"] for i in range(1, 90)]
    data = built(table([head, *rows], [50, 120, 120, 80], repeat=1))
    assert text_of(data).splitlines() == ["\t".join(row) for row in [head, *rows]]


def test_pdf_does_not_take_a_frame_around_the_page_for_a_table() -> None:
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.rect(40, 40, WIDTH - 80, HEIGHT - 80)
    canvas.line(40, HEIGHT - 90, WIDTH - 40, HEIGHT - 90)
    canvas.setFont(FONT, 14)
    canvas.drawString(60, HEIGHT - 70, "孟津河整治简报")
    canvas.drawString(60, HEIGHT - 120, "清淤工程已完成总量的六成。")
    canvas.save()
    assert text_of(file.getvalue()) == "孟津河整治简报\n清淤工程已完成总量的六成。"


def test_pdf_reads_pages_that_lie_on_their_side_and_no_watermarks() -> None:
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.setFont(FONT, 14)
    canvas.saveState()
    canvas.translate(200, 300)
    canvas.rotate(90)
    for i, row in enumerate(("二、重点任务", "（一）整治入河排污口。", "（二）修复河岸缓冲带。")):
        canvas.drawString(0, -i * 24, row)
    canvas.restoreState()
    canvas.rotate(45)
    canvas.drawString(300, 100, "内部资料注意保存")
    canvas.save()
    assert text_of(file.getvalue()).splitlines() == ["二、重点任务", "（一）整治入河排污口。", "（二）修复河岸缓冲带。"]


def test_pdf_reads_two_columns_one_after_the_other() -> None:
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.setFont(FONT, 12)
    paragraph = "全面推行河湖长制，建立市县乡村四级河湖长体系，明确各级河湖长职责。" * 20
    rows = ["　　" + paragraph[:16], *(paragraph[i : i + 18] for i in range(16, len(paragraph), 18))]
    half = (len(rows) + 1) // 2
    for i, row in enumerate(rows):
        canvas.drawString(60 + 245 * (i >= half) + 24 * (i == 0), 700 - 20 * (i % half), row.lstrip("　"))
    canvas.save()
    assert text_of(file.getvalue()) == paragraph


def test_pdf_reads_single_characters_in_a_font_that_nobody_has() -> None:
    assert text_of(typeset(["水", "气", "土", "责任单位：市水利局"], indent=0)).splitlines() == [
        "水",
        "气",
        "土",
        "责任单位：市水利局",
    ]


def encrypted() -> bytes:
    file = BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption("secret"))
    canvas.drawString(100, 100, "x")
    canvas.save()
    return file.getvalue()


def scanned() -> bytes:
    file = BytesIO()
    canvas = Canvas(file)
    canvas.rect(100, 100, 300, 300, fill=1)
    canvas.save()
    return file.getvalue()


WHOLE = typeset(BODY)


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (WHOLE[: len(WHOLE) // 2], "cut short"),
        (b"%PDF-1.7\nnothing\n%%EOF", "damaged"),
        (encrypted(), "password"),
        (scanned(), "no text"),
        (b"<!DOCTYPE html><html>404</html>", "web page"),
        (b"words", "not a PDF file"),
    ],
    ids=["half", "broken", "password", "scan", "page", "text"],
)
def test_pdf_refuses_with_the_cause(data: bytes, cause: str) -> None:
    with pytest.raises(RefusedError, match=cause):
        text_of(data)
