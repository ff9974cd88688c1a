"""The look of the explorer: every pair of ink and ground has the contrast that WCAG 2.2 AA asks of text, 4.5 to 1."""

from __future__ import annotations

import re
import tomllib
from itertools import combinations
from math import dist
from operator import mul
from pathlib import Path

import pytest

from ui.chart import COLOURS
from ui.marks import KINDS

UI = Path(__file__).parent.parent / "ui"
LOOK = (UI / "look.css").read_text("utf-8")
THEME = tomllib.loads((UI / "theme.toml").read_text("utf-8"))
SCHEMES = ("light", "dark")
ENOUGH = 4.5
Colour = tuple[float, float, float]
TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_OKLAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def colour(hexadecimal: str) -> Colour:
    """Red, green and blue of `#1d2b2a`, each from 0 to 255."""
    return tuple(int(hexadecimal[at : at + 2], 16) for at in (1, 3, 5))


def over(tint: Colour, share: float, ground: Colour) -> Colour:
    """What a tint that covers a share of a ground looks like."""
    return tuple(share * one + (1 - share) * other for one, other in zip(tint, ground, strict=True))


def linear(of: Colour) -> list[float]:
    """The parts of a colour as amounts of light, each from 0 to 1."""
    parts = (part / 255 for part in of)
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(of: Colour) -> float:
    """Relative luminance as WCAG defines it."""
    red, green, blue = linear(of)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def perceived(of: Colour) -> Colour:
    """A colour in Oklab, where distances are about as large as the eye finds them."""
    cones = [sum(map(mul, row, linear(of))) ** (1 / 3) for row in TO_CONES]
    lightness, green_red, blue_yellow = (sum(map(mul, row, cones)) for row in TO_OKLAB)
    return lightness, green_red, blue_yellow


def contrast(ink: Colour, ground: Colour) -> float:
    """The ratio of the lighter to the darker, from 1 to 21."""
    darker, lighter = sorted((luminance(ink), luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def named(name: str, scheme: str) -> Colour:
    """A colour of the style sheet: `--accent: light-dark(#256b5c, #86cdb9)`."""
    found = re.search(rf"--{name}: light-dark\((#\w{{6}}), (#\w{{6}})\)", LOOK)
    assert found, name
    return colour(found[1 + SCHEMES.index(scheme)])


def tint(rule: str) -> tuple[Colour, float]:
    """The colour and the share of `mark.owner { background: rgba(60, 160, 130, .26)`."""
    found = re.search(
        rf"^{re.escape(rule)}[^{{]* {{ background: rgba\((\d+), (\d+), (\d+), ([\d.]+)\)", LOOK, re.MULTILINE
    )
    assert found, rule
    return (float(found[1]), float(found[2]), float(found[3])), float(found[4])


def grounds(scheme: str) -> list[Colour]:
    """What words stand on: the page, the boxes to type in, the cards."""
    names = ("backgroundColor", "secondaryBackgroundColor")
    return [*(colour(THEME[scheme][name]) for name in names), named("surface", scheme)]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_stand_out_from_every_ground(scheme: str) -> None:
    inks = {"text": colour(THEME[scheme]["textColor"])}
    inks |= {name: named(name, scheme) for name in ("accent", "soft")}
    faint = {name: contrast(ink, ground) for name, ink in inks.items() for ground in grounds(scheme)}
    assert min(faint.values()) >= ENOUGH, faint


@pytest.mark.parametrize("faint", ['[data-testid="stCaptionContainer"] p', "::placeholder"])
def test_words_that_streamlit_makes_faint_have_the_ink_of_notes(faint: str) -> None:
    assert re.search(rf"^.*{re.escape(faint)}[^{{]* {{ color: var\(--soft\) !important; opacity: 1", LOOK, re.MULTILINE)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", [*KINDS, "evidence"])
def test_marked_words_stand_out_from_their_mark(kind: str, scheme: str) -> None:
    ground = over(*tint(f"mark.{kind}"), named("surface", scheme))
    assert contrast(colour(THEME[scheme]["textColor"]), ground) >= ENOUGH


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_on_a_coloured_button_stand_out(scheme: str) -> None:
    found = re.search(r"button\[kind\^=\"primary\"\] p { color: light-dark\((#\w{6}), (#\w{6})\)", LOOK)
    assert found
    assert contrast(colour(found[1 + SCHEMES.index(scheme)]), colour(THEME[scheme]["primaryColor"])) >= ENOUGH


@pytest.mark.parametrize("share", [0.0, 1.0])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_count_stands_out_from_its_heat(scheme: str, share: float) -> None:
    found = re.search(
        r"td\.heat { background: color-mix\(in srgb, var\(--accent\) calc\(var\(--share\) \* (\d+)%\)", LOOK
    )
    assert found
    ground = over(named("accent", scheme), share * int(found[1]) / 100, named("surface", scheme))
    assert contrast(colour(THEME[scheme]["textColor"]), ground) >= ENOUGH


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("label", COLOURS)
def test_node_stands_out_from_its_ground(label: str, scheme: str) -> None:
    """Of what is no text WCAG asks 3 to 1."""
    assert contrast(colour(COLOURS[label]), named("surface", scheme)) >= 3


@pytest.mark.parametrize(("one", "other"), list(combinations(COLOURS, 2)))
def test_kinds_of_nodes_are_told_apart_by_their_colours(one: str, other: str) -> None:
    """At 0.02 a careful eye sees that two patches side by side differ; dots far from their legend need much more."""
    assert dist(perceived(colour(COLOURS[one])), perceived(colour(COLOURS[other]))) >= 0.1


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(colour("#000000"), colour("#ffffff")) == pytest.approx(21)
    assert contrast(colour("#777777"), colour("#ffffff")) == pytest.approx(4.48, abs=0.01)
