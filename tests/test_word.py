"""Word files give their text as a reader of the page sees it: numbered, with tables, without what is struck out."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from corpus.formats.refusal import RefusedError
from corpus.office.word import text_of

W = nsdecls("w")
PLAN_LIST = f"""<w:abstractNum {W} w:abstractNumId="70"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%4"/></w:lvl>
</w:abstractNum>"""
CHAPTERS = f"""<w:abstractNum {W} w:abstractNumId="71"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="chineseCounting"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="第%1章"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xf06c;"/></w:lvl></w:abstractNum>"""
RESTARTED = '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride>'


def saved(document: Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def with_lists() -> tuple[Document, Callable[..., Paragraph]]:
    """A document with two lists, and how to add a paragraph to it on a level of list 1 (or 2, or 3)."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    numbering.append(parse_xml(PLAN_LIST))
    numbering.append(parse_xml(CHAPTERS))
    for name, abstract, override in ((1, 70, ""), (2, 71, ""), (3, 70, RESTARTED)):
        content = f'<w:abstractNumId w:val="{abstract}"/>{override}'
        numbering.append(parse_xml(f'<w:num {W} w:numId="{name}">{content}</w:num>'))

    def add(text: str, level: int | None = None, name: int = 1, style: str | None = None) -> Paragraph:
        paragraph = document.add_paragraph(text, style)
        if level is not None:
            place = f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{name}"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(place))
        return paragraph

    return document, add


def test_word_writes_out_the_numbers_of_lists() -> None:
    document, add = with_lists()
    add("潜江市水污染防治工作方案")
    add("总体要求", 0)
    add("重点任务", 0)
    add("强化源头控制。", 1)
    add("取缔“十小”企业。", 2)
    add("专项整治十大行业。", 2)
    add("排查", 3)
    add("推进节水。", 1)
    add("建设海绵城市。", 2)
    add("另起一列。", 2, name=3)
    add("保障措施", 0)
    assert text_of(saved(document)).splitlines() == [
        "潜江市水污染防治工作方案",
        "一、总体要求",
        "二、重点任务",
        "（一）强化源头控制。",
        "1.取缔“十小”企业。",
        "2.专项整治十大行业。",
        "① 排查",
        "（二）推进节水。",
        "1.建设海绵城市。",
        "1.另起一列。",
        "三、保障措施",
    ]


def test_word_numbers_by_style_and_draws_bullets() -> None:
    document, add = with_lists()
    style = document.styles["Heading 1"].element.get_or_add_pPr()
    style.append(parse_xml(f'<w:numPr {W}><w:numId w:val="2"/></w:numPr>'))
    add("总则", style="Heading 1")
    add("范围", 1, name=2)
    add("干流", 2, name=2)
    add("现状", style="Heading 1")
    add("不编号", style="Heading 1")._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {W}><w:numId w:val="0"/></w:numPr>')
    )
    assert text_of(saved(document)).splitlines() == ["第一章总则", "1.1 范围", "●干流", "第二章现状", "不编号"]


def test_word_keeps_tables_in_their_place_with_merged_cells() -> None:
    document = docx.Document()
    document.add_paragraph("重点任务清单")
    table = document.add_table(4, 3)
    for column, text in enumerate(("序号", "任务", "牵头单位")):
        table.cell(0, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0)).text = "1"
    table.cell(1, 1).text = "实施滁河截污工程"
    table.cell(1, 2).text = "市水利局"
    table.cell(1, 2).add_paragraph("市住房城乡建设局")
    table.cell(2, 1).text = "清淤疏浚"
    table.cell(2, 2).text = "市水利局"
    table.cell(3, 0).merge(table.cell(3, 2)).text = "二、大气环境"
    document.add_paragraph("以上任务按月调度。")
    assert text_of(saved(document)).splitlines() == [
        "重点任务清单",
        "序号\t任务\t牵头单位",
        "1\t实施滁河截污工程\t市水利局、市住房城乡建设局",
        "\t清淤疏浚\t市水利局",
        "二、大气环境\t\t",
        "以上任务按月调度。",
    ]


def test_word_gives_a_frame_of_one_cell_as_paragraphs() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "一、工作目标"
    cell.add_paragraph("到2025年，巢湖湖区水质达到Ⅳ类。")
    assert text_of(saved(document)) == "一、工作目标\n到2025年，巢湖湖区水质达到Ⅳ类。"


def run(content: str) -> str:
    return f"<w:r>{content}</w:r>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (
            f'{run("<w:t>达到</w:t>")}<w:del w:id="1" w:author="a">{run("<w:delText>90%</w:delText>")}</w:del>'
            f'<w:ins w:id="2" w:author="a">{run("<w:t>95%</w:t>")}</w:ins>',
            "达到95%",
        ),
        (f"<w:hyperlink>{run('<w:t>《水污染防治法》</w:t>')}</w:hyperlink>", "《水污染防治法》"),
        (run("<w:t>一行</w:t><w:br/><w:t>二行</w:t>"), "一行\n二行"),
        (run("<w:t>2024</w:t><w:noBreakHyphen/><w:t>2025年</w:t>"), "2024-2025年"),
        (run('<w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:t>目标</w:t>'), "目标"),
        (f"{run('<w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t>')}{run('<w:t>可见</w:t>')}", "可见"),
        (f"<w:sdt><w:sdtContent>{run('<w:t>控件里的字</w:t>')}</w:sdtContent></w:sdt>", "控件里的字"),
        (
            run(
                "<w:ruby><w:rt><w:r><w:t>lù</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甪</w:t></w:r></w:rubyBase></w:ruby>"
            ),
            "甪",
        ),
    ],
    ids=["tracked changes", "link", "line break", "hyphen", "field", "hidden", "control", "ruby"],
)
def test_word_reads_what_the_page_shows(content: str, text: str) -> None:
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {W}>{content}</w:p>"))
    assert text_of(saved(document)) == text


def test_word_reads_a_text_box_once_although_the_file_holds_it_twice() -> None:
    box = f"<w:txbxContent><w:p>{run('<w:t>框内文字</w:t>')}</w:p></w:txbxContent>"
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {W}>{run('<w:t>正文</w:t>')}{run(both)}</w:p>"))
    assert text_of(saved(document)) == "正文\n框内文字"


def test_word_leaves_out_headers_footers_and_contents() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.sections[0].footer.paragraphs[0].text = "第1页"
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("一、总体要求\t1", "toc 1")
    document.add_paragraph("一、总体要求")
    assert text_of(saved(document)) == "一、总体要求"


def test_word_puts_notes_below_their_paragraph() -> None:
    document = docx.Document()
    document.add_paragraph("优良天数比率达到85%。")
    reference = f'<w:p {W}><w:r><w:t>消除劣Ⅴ类断面</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    document.element.body.insert(0, parse_xml(reference))
    notes = (
        f'<w:footnotes {W}><w:footnote w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p>'
        "<w:r><w:footnoteRef/></w:r><w:r><w:t>指国控断面。</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    data = with_part(saved(document), "word/footnotes.xml", notes.encode())
    assert text_of(data).splitlines() == ["消除劣Ⅴ类断面", "（注：指国控断面。）", "优良天数比率达到85%。"]


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The package with one part put in, or in the place of its own."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, content)
    return file.getvalue()


def plan() -> bytes:
    document = docx.Document()
    document.add_paragraph("一、总体要求")
    return saved(document)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "ha">]><w:document xmlns:w="urn:x"><w:body>&a;</w:body></w:document>'


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(100), "password"),
        (OLE + bytes(500), "old binary Office format"),
        (plan()[: len(plan()) // 2], "cut short"),
        (plan()[:40], "cut short"),
        (b"<html><body>404</body></html>", "web page"),
        (b"plain words", "not an Office document"),
        (with_part(plan(), "word/document.xml", ENTITIES), "entities"),
        (with_part(plan(), "word/document.xml", b"<w:document"), "not well-formed"),
        (with_part(plan(), "word/document.xml", b"<a/>"), "no Word document"),
        (with_part(plan(), "word/big.xml", bytes(130 * 1024 * 1024)), "unfolds to more than 128 MB"),
    ],
    ids=["password", "old", "half", "head", "page", "text", "entities", "broken", "other", "bomb"],
)
def test_word_refuses_with_the_cause(data: bytes, cause: str) -> None:
    with pytest.raises(RefusedError, match=cause):
        text_of(data)


def test_word_with_a_damaged_part_is_refused() -> None:
    data = bytearray(plan())
    with zipfile.ZipFile(BytesIO(bytes(data))) as archive:
        at = archive.getinfo("word/document.xml").header_offset + 60
    data[at : at + 200] = bytes(200)
    with pytest.raises(RefusedError, match="damaged"):
        text_of(bytes(data))
