"""Drawings of the graph: where nodes stand, what they are called, and what is saved of them."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import dist
from xml.etree.ElementTree import fromstring

import pytest
from stopwatch import finish_within

from ui.chart import LAYOUTS, LINE, SCALE, SMALL_HIGH, name_width, option
from ui.drawing import Drawing, graphml, short
from ui.layouts import HIGH, layered
from ui.sketch import centred

PLAN = ("Document", "plan-1")
ENOUGH = 2.0  # seconds of processor time for the largest drawing


def star(neighbours: int, opened: int = 0) -> Drawing:
    """A plan with so many tasks, the first of which carry ten rivers each."""
    drawn = Drawing(PLAN, {PLAN: "某州水污染防治工作方案"})
    for number in range(neighbours):
        drawn.add(
            PLAN, [{"label": "Task", "id": f"t{number}", "name": "治理黑臭水体", "direction": "out", "edge": "HAS"}]
        )
    for number in range(opened):
        rivers = [
            {"label": "WaterBody", "id": f"w{number}-{n}", "name": "清水江", "direction": "out", "edge": "CONCERNS"}
            for n in range(10)
        ]
        drawn.add(("Task", f"t{number}"), rivers)
    return drawn


def apart(plans: int) -> Drawing:
    """Six tasks of so many plans, which no other edge joins."""
    drawn = Drawing(PLAN)
    for number in range(6):
        task, plan = ("Task", f"t{number}"), ("Document", f"plan-{number % plans}")
        drawn.names |= {task: "治理黑臭水体", plan: "某市水污染防治工作方案"}
        drawn.edges[plan, task] = "HAS"
    return drawn


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("drawn", [star(0), star(1), star(28), star(40, 4)], ids=["alone", "pair", "star", "opened"])
def test_every_node_has_a_place_of_its_own(drawn: Drawing, layout: str) -> None:
    nodes = option(drawn, layout)["series"][0]["data"]
    places = [(node["x"], node["y"]) for node in nodes]
    assert len(nodes) == len(drawn.names)
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("drawn", [star(1), star(2), star(6)], ids=["pair", "row", "star"])
def test_small_drawing_fills_its_box_upright(drawn: Drawing) -> None:
    nodes = option(drawn, "springs", small=True)["series"][0]["data"]
    across, down = ([node[axis] for node in nodes] for axis in ("x", "y"))
    assert min(across) >= 0 and max(across) <= 0.8 * SCALE
    assert (min(down), max(down)) in ((0, SCALE), (0, 0))


@pytest.mark.parametrize("plans", [3, 4, 5])
def test_names_of_a_small_drawing_do_not_stand_on_one_another(plans: int) -> None:
    drawn = centred(apart(plans))
    places = [
        (node["x"] / SCALE, node["y"] / SCALE) for node in option(drawn, "springs", small=True)["series"][0]["data"]
    ]
    for (x, y), (u, v) in combinations(places, 2):
        assert abs(x - u) >= name_width(len(places)) / SMALL_HIGH - 0.01 or abs(y - v) > HIGH - 0.02


@pytest.mark.parametrize("layout", LAYOUTS)
def test_node_without_a_way_to_the_centre_is_drawn_as_well(layout: str) -> None:
    drawn = star(3)
    drawn.names["Function", "water"] = "水利局"
    assert len(LAYOUTS[layout](tuple(drawn.names), tuple(drawn.edges))) == 5


@pytest.mark.parametrize("steps", [2, 4, 7])
def test_single_way_is_straight(steps: int) -> None:
    nodes = tuple(("Task", f"t{number}") for number in range(steps))
    places = layered(nodes, tuple(pairwise(nodes)))
    assert {across for across, _ in places.values()} == {0}
    assert [down for _, down in places.values()] == list(range(steps))


def test_springs_keep_parts_together_that_no_edge_joins() -> None:
    drawn = star(3)
    alone = [("Function", name) for name in ("water", "housing")]
    drawn.names |= dict.fromkeys(alone, "局")
    drawn.edges[alone[0], alone[1]] = "IS_A"
    places = LAYOUTS["springs"](tuple(drawn.names), tuple(drawn.edges))
    joined = dist(*(places[node] for node in alone))
    assert dist(places[PLAN], places[alone[0]]) < 8 * joined


def test_springs_cross_no_edges_of_a_plan_whose_tasks_meet_in_a_function() -> None:
    function, tasks = ("Function", "water"), [("Task", "t1"), ("Task", "t2")]
    edges = [ends for task in tasks for ends in ((PLAN, task), (task, function))]
    places = LAYOUTS["springs"]((function, *tasks, PLAN), tuple(edges))
    # Those that no edge joins stand across from one another, so that diagonals are longer than sides.
    side = max(dist(places[one], places[other]) for one, other in edges)
    assert min(dist(places[function], places[PLAN]), dist(places[tasks[0]], places[tasks[1]])) > side


def test_single_way_goes_down_with_names_beside_it() -> None:
    steps = [("Task", "t1"), ("Department", "d1"), ("Function", "water")]
    drawn = Drawing(PLAN, dict.fromkeys([PLAN, *steps], "黔东南苗族侗族自治州水务局"))
    drawn.edges = dict.fromkeys(zip([PLAN, *steps], steps, strict=False), "HAS")
    series = option(drawn, "layered")["series"][0]
    assert [node["y"] for node in series["data"]] == [0, 1000, 2000, 3000]
    assert series["label"]["position"] == "right"
    assert series["data"][1]["label"]["formatter"] == "黔东南苗族侗族自治州水务局"


def test_springs_hold_neighbours_nearer_than_strangers() -> None:
    drawn = star(12, 2)
    places = LAYOUTS["springs"](tuple(drawn.names), tuple(drawn.edges))
    task = ("Task", "t0")
    own = [dist(places[task], places["WaterBody", f"w0-{n}"]) for n in range(10)]
    others = [dist(places[task], places["WaterBody", f"w1-{n}"]) for n in range(10)]
    assert max(own) < min(others)


def test_largest_drawing_is_laid_out_in_time_and_always_the_same() -> None:
    drawn = star(500)
    nodes, edges = tuple(drawn.names), tuple(drawn.edges)
    places = finish_within(ENOUGH, lambda _: LAYOUTS["springs"].__wrapped__(nodes, edges))
    assert places == LAYOUTS["springs"].__wrapped__(nodes, edges)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("水利局", "水利局"),
        ("黔东南苗族侗族自治州水务局", "黔东南苗族侗族自治州水…"),
        ("development and reform", "development and reform"),
        ("development and reform commission", "development and reform…"),
        ("≤ 28 微克/立方米 PM2.5平均浓度", "≤ 28 微克/立方米 PM2.…"),
    ],
)
def test_long_name_is_cut_to_its_line(name: str, told: str) -> None:
    assert short(name, LINE) == told


def test_name_is_never_a_template() -> None:
    drawn = Drawing(PLAN, {PLAN: "{b}方案{c}"})
    assert option(drawn, "ring")["series"][0]["data"][0]["label"]["formatter"] == "(b)方案(c)"


def test_graphml_holds_nodes_and_edges_whatever_they_are_called() -> None:
    drawn = Drawing(PLAN, {PLAN: '方案"&'})
    river = {"label": "WaterBody", "id": "清水江", "name": "清水<江>\x01", "direction": "out", "edge": "MENTIONS"}
    drawn.add(PLAN, [river])
    root = fromstring(graphml(drawn))
    words = [data.text for data in root.iter("{http://graphml.graphdrawing.org/xmlns}data")]
    assert words == ["Document", '方案"&', "WaterBody", "清水<江>", "MENTIONS"]


def test_sketch_stands_around_what_its_tasks_hang_on() -> None:
    plan, function, tasks = PLAN, ("Function", "water"), [("Task", "t1"), ("Task", "t2")]
    drawn = Drawing(tasks[0], dict.fromkeys([tasks[0], plan, tasks[1], function], "治理黑臭水体"))
    drawn.edges = {ends: "HAS" for task in tasks for ends in ((plan, task), (task, function))}
    around = centred(drawn)
    assert around.centre == next(iter(around.names)) == function
    assert set(around.names) == set(drawn.names)


@pytest.mark.parametrize(("layout", "cut"), [("springs", True), ("layered", False)])
def test_name_is_cut_on_a_phone_where_it_stands_below_its_node(layout: str, cut: bool) -> None:
    label = option(star(28), layout)["media"][0]["option"]["series"][0]["label"]
    assert ("width" in label) is cut
