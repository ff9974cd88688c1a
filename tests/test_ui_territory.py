"""The map of the explorer: places stand where their codes say, and never far from the seat of their province."""

from __future__ import annotations

import csv
from math import dist
from pathlib import Path

import pytest

from ui.territory import DESK, EAST, NORTH, PHONE, SOUTH, WEST, centre, centres, room, side

GAZETTEER = Path(__file__).parent.parent / "nlp" / "data" / "places.csv"
FARTHEST = 13.0  # degrees from the seat of a province to that of one of its prefectures: Kashgar lies 12 from Urumqi


@pytest.mark.parametrize("code", centres())
def test_centre_is_of_a_known_territory_near_its_province(code: str) -> None:
    with GAZETTEER.open(encoding="utf-8") as file:
        assert code.ljust(6, "0") in {row["code"] for row in csv.DictReader(file)}
    assert dist(centres()[code], centres()[code[:2]]) < FARTHEST


@pytest.mark.parametrize("code", [code for code in centres() if len(code) == 2])
def test_seat_of_every_province_lies_on_the_map(code: str) -> None:
    longitude, latitude = centres()[code]
    assert WEST < longitude < EAST
    assert SOUTH < latitude < NORTH


def test_no_two_places_stand_on_the_same_spot() -> None:
    assert len(set(centres().values())) == len(centres())


def test_county_stands_at_its_prefecture_or_else_its_province() -> None:
    assert centre("330683") == centres()["3306"]
    assert centre("542100") == centres()["54"]
    assert centre(None) is None


def test_name_stands_away_from_the_nearest_place() -> None:
    spots = [(119.4, 32.4), (120.2, 30.3), (120.6, 30.0), (101.8, 36.6), (101.8, 36.6)]
    placed = [({"name": str(number)}, spot) for number, spot in enumerate(spots)]
    assert [side(row, placed) for row, _ in placed] == ["above", "west", "east", "", "above"]


def test_names_that_find_no_room_wait_and_those_with_most_plans_stand_first() -> None:
    placed = [({"jurisdiction": str(number), "name": "某某市"}, (120.2, 30.3)) for number in range(9)]
    spots = {at for _, at in placed}
    assert room(placed, spots, *DESK) == {"0": "", "1": "above", "2": "east", "3": "west"}
    assert not room(placed, spots, *PHONE, {"5": ""}).keys() - {"5"}


def test_name_stands_on_no_other_spot_and_not_over_the_edge() -> None:
    placed = [({"jurisdiction": "here", "name": "某某某某市"}, (120.0, NORTH - 0.5))]
    assert room(placed, {placed[0][1]}, *DESK) == {"here": ""}
    below = (120.0, NORTH - 1.7)
    assert room(placed, {placed[0][1], below}, *DESK)["here"] in ("east", "west")
