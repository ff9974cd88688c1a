"""Web pages of many layouts give the document on them and nothing of the page around it."""

from __future__ import annotations

import pytest

from corpus.formats.refusal import RefusedError
from corpus.web.html import text_of

TITLE = "襄阳市汉江流域水环境保护三年行动方案（2023—2025年）"
PARAGRAPHS = [
    "根据<a href='/1'>《长江保护法》</a>和<a>《湖北省水污染防治条例》</a>，制定本方案。",
    "一、总体要求",
    "到2025年，国控断面水质优良比例达到<span>95%</span>以上，&nbsp;饮用水水源地水质达标率保持100%。",
    "二、重点任务",
    "（一）推进污水处理提质增效。<b>实施</b>汉江干流截污工程。<br/>责任单位：市住建局、市生态环境局",
    "（二）加强农业面源污染防治。（责任单位：市农业农村局）",
    "三、保障措施",
    "各县（市、区）人民政府要加强组织领导，落实经费保障。",
]
LINES = [
    "根据《长江保护法》和《湖北省水污染防治条例》，制定本方案。",
    "一、总体要求",
    "到2025年，国控断面水质优良比例达到95%以上， 饮用水水源地水质达标率保持100%。",
    "二、重点任务",
    "（一）推进污水处理提质增效。实施汉江干流截污工程。",
    "责任单位：市住建局、市生态环境局",
    "（二）加强农业面源污染防治。（责任单位：市农业农村局）",
    "三、保障措施",
    "各县（市、区）人民政府要加强组织领导，落实经费保障。",
]
ARTICLE = "".join(f"<p style='text-indent:2em'>&nbsp;&nbsp;　　{paragraph}</p>\n" for paragraph in PARAGRAPHS)
TOP = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}_襄阳市人民政府门户网站</title>
<script>var fake = "<p>脚本里的句子，不是正文。</p>";</script><style>p {{ margin: 0 }}</style></head><body>
<div class="header"><ul><li><a href="/">首页</a></li><li><a>政务公开</a></li><li><a>政务服务</a></li></ul></div>
<div class="crumbs">当前位置：<a>首页</a> &gt; <a>政务公开</a> &gt; <a>规划计划</a></div>"""
FOOT = """<div class="footer"><p>主办：襄阳市人民政府办公室 地址：襄阳市襄城区荆州街1号，邮编441021</p>
<p>鄂ICP备05003236号 鄂公网安备42060002000001号</p>
<p>建议使用1024×768分辨率，IE9以上浏览器访问</p></div></body></html>"""
RELATED = """<div class="xg"><h3>相关文章</h3><ul><li><a>《襄阳市水污染防治条例》政策解读</a>
<span>2024-01-02</span></li><li><a>市政府召开汉江保护专题会议，部署工作</a></li><li><a>一图读懂</a></li></ul></div>"""
SHARE = "<div class='bdshare'>分享到：<a>微信</a> <a>微博</a></div><p>【<a>打印</a>】【<a>关闭</a>】</p>"
FURNITURE = (
    "首页",
    "当前位置",
    "脚本里的句子",
    "分享",
    "打印",
    "相关文章",
    "政策解读",
    "专题会议",
    "主办",
    "ICP备",
    "浏览器",
)

LAYOUTS = {
    "editor": f"<div class='main'><h1>{TITLE}</h1><div class='TRS_Editor'><style>p{{}}</style>{ARTICLE}</div>"
    f"{SHARE}{RELATED}</div>",
    "zoom": f"<div id='zoom'>{ARTICLE}</div>{SHARE}{RELATED}",
    "layout tables": "<table width='100%'><tr><td>&nbsp;</td><td><table><tr><td align='center'>" + TITLE + "</td></tr>"
    f"<tr><td>发布时间：2023-07-13 浏览次数：233</td></tr><tr><td><div>{ARTICLE}</div></td></tr>"
    f"<tr><td>{SHARE}</td></tr></table>"
    f"</td><td>{RELATED}</td></tr></table>",
    "one cell": f"<table><tr><td>{'<br>'.join('　　' + p for p in PARAGRAPHS)}</td></tr></table>{RELATED}",
    "nested spans": "<div><div>"
    + "".join(f"<p><span><span lang='EN-US'><font face='仿宋'>{p}</font></span></span></p>" for p in PARAGRAPHS)
    + f"</div></div>{RELATED}",
    "paragraphs around": f"<div id='c'><p align='center'>{TITLE}</p><div>{ARTICLE}</div></div>{RELATED}",
    "form around": f"<form action='a.aspx'><input type='hidden' value='x'><div>{ARTICLE}</div></form>{RELATED}",
    "no layout": ARTICLE,
    "hidden copy": f"<div style='display: none'>{ARTICLE[:300]}</div><div>{ARTICLE}</div>{RELATED}",
}


def page(body: str) -> bytes:
    return (TOP + body + FOOT).encode()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_html_gives_the_document_and_nothing_of_the_page(layout: str) -> None:
    text = text_of(page(LAYOUTS[layout]))
    lines = text.splitlines()
    assert lines[0] == TITLE
    assert lines[-len(LINES) :] == LINES
    assert not [word for word in FURNITURE if word in text]


def test_html_keeps_the_table_that_heads_an_official_document() -> None:
    head = (
        "<div class='xxgk'><table><tr><td>索 引 号：</td><td>011158/2023-22502</td><td>发文字号：</td>"
        "<td>襄政办发〔2023〕12号</td></tr><tr><td>发布机构：</td><td>襄阳市人民政府办公室</td><td>发布日期：</td>"
        "<td>2023-07-13</td></tr></table></div>"
    )
    lines = text_of(page(f"<div>{head}<h1>{TITLE}</h1><div>{ARTICLE}</div></div>{RELATED}")).splitlines()
    assert lines[:3] == [
        TITLE,
        "索 引 号：\t011158/2023-22502\t发文字号：\t襄政办发〔2023〕12号",
        "发布机构：\t襄阳市人民政府办公室\t发布日期：\t2023-07-13",
    ]


@pytest.mark.parametrize(
    "head",
    [
        "<ul><li><b>索引号：</b>014008/2023-00012</li><li><b>成文日期：</b>2023-07-10</li></ul>",
        "<div class='info'><span>索引号：014008/2023-00012</span><br><span>成文日期：2023-07-10</span></div>",
        "<dl><dd>索引号：014008/2023-00012</dd><dd>成文日期：2023-07-10</dd></dl>",
    ],
)
def test_html_keeps_the_head_in_other_forms(head: str) -> None:
    text = text_of(page(f"<div class='top'>{head}</div><div id='zoom'>{ARTICLE}</div>"))
    assert "索引号：014008/2023-00012\n成文日期：2023-07-10\n" in text


def test_html_takes_title_and_date_from_the_declarations_of_the_page() -> None:
    metas = (
        "<meta name='ArticleTitle' content='岳阳市东洞庭湖保护方案'><meta name='PubDate' content='2023-07-13 10:00'>"
    )
    source = TOP.replace("<head>", f"<head>{metas}") + f"<div>{ARTICLE}</div>" + FOOT
    assert text_of(source.encode()).splitlines()[:2] == ["岳阳市东洞庭湖保护方案", "发布时间：2023-07-13 10:00"]


def test_html_resolves_spans_of_data_tables() -> None:
    table = (
        "<table border='1'><tr><th rowspan='2'>序号</th><th colspan='2'>目标</th><th rowspan='2'>牵头<br>单位</th></tr>"
        "<tr><th>2024年</th><th>2025年</th></tr><tr><td>1</td><td>90%</td><td>95%</td>"
        "<td><p>市水利和湖泊局</p><p>市住房和城乡建设局</p></td></tr>"
        "<tr><td>2</td><td colspan='2'>达到Ⅲ类</td><td>市生态环境局</td></tr></table>"
    )
    rows = [line for line in text_of(page(f"<div>{ARTICLE}{table}</div>")).splitlines() if "\t" in line]
    assert rows == [
        "序号\t目标\t\t牵头单位",
        "\t2024年\t2025年\t",
        "1\t90%\t95%\t市水利和湖泊局、市住房和城乡建设局",
        "2\t达到Ⅲ类\t\t市生态环境局",
    ]


def test_html_numbers_ordered_lists_as_a_browser_does() -> None:
    items = (
        "<ol start='3'><li>开展入河排污口排查，建立台账。</li>"
        "<li>（四）编制整治方案，明确责任。</li><li>验收销号，公开结果。</li></ol>"
    )
    lines = text_of(page(f"<div>{ARTICLE}{items}</div>")).splitlines()
    assert lines[-3:] == [
        "3. 开展入河排污口排查，建立台账。",
        "（四）编制整治方案，明确责任。",
        "5. 验收销号，公开结果。",
    ]


def test_html_keeps_lists_of_attachments_and_of_cited_documents() -> None:
    links = "<ul><li><a>《水污染防治行动计划》</a></li><li><a>《湖北省河湖保护条例》</a></li></ul>"
    attached = "<div>附件：<a>1.重点任务清单.docx</a><br><a>2.重点工程项目表.xlsx</a></div>"
    text = text_of(page(f"<div><p>本方案依据下列文件制定，请一并执行。</p>{links}{ARTICLE}{attached}</div>"))
    assert "《水污染防治行动计划》\n《湖北省河湖保护条例》\n" in text
    assert text.endswith("附件：1.重点任务清单.docx\n2.重点工程项目表.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16"])
@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "big5"])
def test_html_checks_the_declared_encoding(encoding: str, declared: str) -> None:
    body = "<p>加強水污染防治，改善水環境，保障飲用水安全，推進生態文明建設。</p>" * 3
    source = f"<html><head><meta charset='{declared}'></head><body>{body}</body></html>"
    assert "加強水污染防治，改善水環境" in text_of(source.encode(encoding))


@pytest.mark.parametrize(
    "source",
    [
        "<html><body></body></html>",
        "<html><head><title>加载中</title></head><body><div id='app'></div></body></html>",
        "<!-- -->",
    ],
)
def test_html_without_text_of_its_own_is_refused(source: str) -> None:
    with pytest.raises(RefusedError):
        text_of(source.encode())


def test_html_nested_a_thousand_deep_is_read() -> None:
    source = "<div><font>" * 900 + "全面推行河湖长制，压实各级责任。" + "</font></div>" * 900
    assert text_of(source.encode()) == "全面推行河湖长制，压实各级责任。"


def test_html_nested_beyond_reason_is_refused() -> None:
    with pytest.raises(RefusedError, match="too deep"):
        text_of(("<div>" * 5000 + "河湖长制").encode())


def test_html_entities_stay_what_they_are() -> None:
    source = "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>浓度&lt;35μg/m&sup3;，较上年下降，见&x;表&amp;图。</p>"
    assert text_of(source.encode()).startswith("浓度<35μg/m³，较上年下降，见")
    assert "root:" not in text_of(source.encode())


@pytest.mark.parametrize("sign", ["&#1;", "&#12;", "&#x1f;", "&#xFFFE;", "&#0;", "&#xD800;", "\x0b", "\x00"])
def test_html_survives_characters_that_no_page_may_have(sign: str) -> None:
    body = f"<div class='nav'><a>首页</a></div>{sign}<p>全面推行河湖长制，{sign}压实各级责任。</p>"
    assert text_of(body.encode()).endswith("压实各级责任。")


def test_html_sets_the_fields_of_a_head_apart_and_puts_them_together_with_their_values() -> None:
    head = (
        "<p><span>发布时间：2023-07-13</span><span>来源：市政府办</span></p>"
        "<dl><dt>索引号：</dt><dd>014008/12</dd></dl>"
    )
    lines = text_of(page(f"<div class='hd'>{head}</div><div id='zoom'>{ARTICLE}</div>")).splitlines()
    assert lines[1:3] == ["发布时间：2023-07-13 来源：市政府办", "索引号：014008/12"]


def test_html_drops_other_pages_with_their_summaries() -> None:
    others = "<div><h3>相关推荐：</h3><div><a>水库保护办法</a><p>为保护水库，制定本办法，请遵照执行。</p></div></div>"
    assert text_of(page(f"<div><h1>{TITLE}</h1><div>{ARTICLE}</div>{others}</div>")).splitlines() == [TITLE, *LINES]


@pytest.mark.parametrize(
    ("window", "heading", "title"),
    [
        (f"{TITLE}_通知公告_襄阳市人民政府门户网站", "", TITLE),
        (f"{TITLE}-襄阳市生态环境局网站", "", TITLE),
        (f"襄阳市人民政府 - 政策文件 - {TITLE}", "", TITLE),
        ("襄阳市人民政府门户网站", TITLE, TITLE),
        ("政策文件 | 襄阳市人民政府", "襄阳市人民政府", PARAGRAPHS[1]),
        (f"{TITLE[:16]}_襄阳市人民政府", TITLE, TITLE),
    ],
)
def test_html_tells_the_title_of_the_document_from_the_names_of_site_and_column(
    window: str, heading: str, title: str
) -> None:
    article = f"<div>{ARTICLE[ARTICLE.index('一、') :]}</div>"
    source = f"<html><head><title>{window}</title></head><body><h1>{heading}</h1>{article}</body>"
    lines = text_of(source.encode()).splitlines()
    assert title.startswith(lines[0]) or lines[0] == title
    assert lines.count(title) == 1


@pytest.mark.parametrize("source", ["<pre>{}</pre>", "{}"])
def test_html_keeps_line_ends_where_the_page_shows_them(source: str) -> None:
    text = "一、总体要求\n二、重点任务，落实责任"
    assert text_of(source.format(text).encode()) == text
