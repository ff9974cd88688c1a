"""`shanshui remove` over both stores: what a name means, what goes along, and what stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from handmade import KAILI, bare, water_plan
from neo4j_server import Account
from store_suite import contents, write
from typer.testing import CliRunner, Result

from cli import app
from corpus.errors import StoreError
from graph.store import UnknownNameError
from graph.stores.opening import open_store


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def uri(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A store with two plans that share a cited document, and a notice."""
    if request.param == "neo4j":
        account: Account = request.getfixturevalue("account")
        account.empty()
    place = account.uri if request.param == "neo4j" else str(tmp_path / "store")
    with open_store(place) as store:
        write(store, water_plan(), water_plan(KAILI, "kaili.txt", "2027", "清水江"), bare("notice.txt", "会议通知"))
    return place


def remove(uri: str, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["remove", *arguments, "--store", uri])


@pytest.mark.parametrize("name", ["kaili.txt-id", "kaili.txt", "凯里", "Kaili", "凯里市水污染"])
def test_one_document_goes_with_what_only_it_states(uri: str, name: str, tmp_path: Path) -> None:
    result = remove(uri, name)
    assert result.exit_code == 0, result.output
    told = " ".join(result.output.split())
    assert told.startswith("removed: 凯里市水污染防治行动计划")
    assert "2 tasks, 2 targets, 1 deadline, 5 departments, 1 water, 1 project" in told
    with open_store(uri, read_only=True) as store, open_store(str(tmp_path / "other")) as other:
        write(other, water_plan(), bare("notice.txt", "会议通知"))
        assert contents(store) == contents(other)
        assert store.check() == []


def test_name_that_fits_several_lists_them_and_removes_nothing(uri: str) -> None:
    result = remove(uri, "水污染防治")
    assert result.exit_code == 1
    assert "凯里市水污染防治行动计划\n  kaili.txt-id\n" in result.output
    assert "fits 2 documents" in result.output
    shown = json.loads(remove(uri, "水污染防治", "--all", "--json").output)
    assert {row["document"] for row in shown["removed"]} == {"kaili.txt-id", "water.txt-id"}
    assert shown["nodes"]["Task"] == 4
    with open_store(uri, read_only=True) as store:
        assert [row["document"] for row in store.run("documents")] == ["notice.txt-id"]


def test_name_that_fits_none_is_told_the_nearest(uri: str) -> None:
    result = remove(uri, "会义通知")
    assert isinstance(result.exception, UnknownNameError)
    assert "nearest: 会议通知" in str(result.exception)


def test_store_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert isinstance(remove(str(tmp_path / "nowhere"), "会议通知").exception, StoreError)
    assert not (tmp_path / "nowhere").exists()
