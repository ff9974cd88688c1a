"""What every store must do, whichever engine keeps it: a class of tests that each engine's test file inherits.

A subclass gives a fixture `store` with a fresh store.
"""

from __future__ import annotations

from typing import Any

import pytest
from handmade import KAILI, SHENGZHOU, bare, generated, water_plan

from corpus.errors import StoreError
from graph.building.build import build
from graph.building.resemblance import encode
from graph.store import Store
from nlp.facts import Facts

Records = list[dict[str, Any]]


def contents(store: Store) -> dict[str, Records]:
    """Everything that the store answers about documents and what they share, for comparing two stores."""
    listed = ("stats", "documents", "tasks", "tasks_by_department", "targets", "departments", "functions", "indicators")
    listed += ("jurisdictions", "water_bodies", "projects", "cited", "ledger")
    found = {name: store.run(name) for name in listed}
    for row in found["documents"]:
        for name in ("sections", "passages", "citations_out", "citations_in", "resembling", "mentions", "issues"):
            found[f"{name} {row['document']}"] = store.run(name, document=row["document"])
    return found


def write(store: Store, *plans: Facts) -> None:
    for facts in plans:
        store.write(build(facts, fingerprint="read once", signature=encode(facts.text)))


class StoreSuite:
    """The tests; `store` comes from the subclass."""

    # writing ------------------------------------------------------------------------------------------------------

    def test_write_keeps_every_fact_with_the_place_it_was_read_from(self, store: Store) -> None:
        facts = water_plan()
        write(store, facts)
        for row in store.run("tasks_by_department"):
            assert facts.text[row["evidence_start"] : row["evidence_end"]] == row["name"]
            assert facts.text[row["start"] : row["end"]] == row["text"]
        for row in store.run("targets"):
            assert facts.text[row["evidence_start"] : row["evidence_end"]] == row["text"]
        for row in store.run("mentions", document=facts.id):
            assert facts.text[row["evidence_start"] : row["evidence_end"]] == row["name"]

    def test_write_twice_changes_nothing(self, store: Store) -> None:
        write(store, water_plan(), water_plan(KAILI, "kaili.txt"))
        once = contents(store)
        write(store, water_plan())
        assert contents(store) == once

    def test_write_replaces_exactly_the_facts_of_its_document(self, store: Store) -> None:
        other = water_plan(KAILI, "kaili.txt", river="清水江")
        write(store, water_plan(), other, water_plan(year="2027"))
        assert {row["year"] for row in store.run("targets", document="water.txt-id") if row["year"]} == {"2027"}
        assert {row["year"] for row in store.run("targets", document=other.id) if row["year"]} == {"2025"}
        fewer = water_plan(year="2027")
        fewer.tasks = fewer.tasks[:1]
        write(store, fewer)
        assert [row["key"] for row in store.run("tasks", document="water.txt-id")] == ["二/(一)"]
        assert len(store.run("tasks", document=other.id)) == 2
        assert store.check() == []

    def test_order_of_writing_does_not_matter(self, store: Store) -> None:
        plans = [water_plan(), water_plan(KAILI, "kaili.txt"), *generated(3, tasks=4)]
        plans.append(bare("national.txt", "水污染防治行动计划"))
        write(store, *plans)
        forwards = contents(store)
        for facts in plans:
            store.remove(facts.id)
        write(store, *reversed(plans))
        assert contents(store) == forwards

    def test_bulk_and_single_writes_give_the_same_graph(self, store: Store) -> None:
        plans = [build(facts, signature=encode(facts.text)) for facts in generated(8, tasks=50)]
        store.write_many(plans)
        in_bulk = contents(store)
        for rows in plans:
            store.remove(rows.document)
        for rows in plans:
            store.write(rows)
        assert contents(store) == in_bulk

    def test_bulk_write_replaces_what_is_there(self, store: Store) -> None:
        plans = [build(facts) for facts in generated(8, tasks=50)]
        store.write_many(plans)
        once = contents(store)
        store.write_many(plans)
        assert contents(store) == once
        assert store.check() == []

    def test_document_that_cannot_be_written_leaves_the_store_as_it_was(self, store: Store) -> None:
        write(store, water_plan())
        before = contents(store)
        broken = build(water_plan(year="2030"))
        broken.edge("NO_SUCH_EDGE", ("Task", "one"), ("Task", "other"))
        with pytest.raises(KeyError):
            store.write(broken)
        assert contents(store) == before
        write(store, water_plan(year="2030"))
        assert store.check() == []

    # removing -----------------------------------------------------------------------------------------------------

    def test_remove_leaves_no_orphan(self, store: Store) -> None:
        write(store, water_plan())
        assert store.remove("water.txt-id")
        assert store.run("stats") == []
        assert store.search("污水管网") == []
        assert store.check() == []

    def test_remove_keeps_what_another_document_states(self, store: Store) -> None:
        write(store, water_plan(KAILI, "kaili.txt"))
        alone = contents(store)
        write(store, water_plan())
        store.remove("water.txt-id")
        assert contents(store) == alone
        assert [row["name"] for row in store.run("water_bodies")] == ["曹娥江"]

    def test_remove_of_an_unknown_document_is_false(self, store: Store) -> None:
        write(store, bare("cites.txt", "某县工作方案", cites="水污染防治行动计划"))
        cited = store.run("cited")[0]["document"]
        assert not store.remove("no such document")
        assert not store.remove(cited)

    # citations ----------------------------------------------------------------------------------------------------

    @pytest.mark.parametrize("cited_first", [True, False], ids=["cited first", "citing first"])
    @pytest.mark.parametrize(
        ("title", "cites"),
        [
            ("水污染防治行动计划", "水污染防治行动计划"),
            ("国务院关于印发《水污染防治行动计划》的通知", "水污染防治行动计划"),
            ("浙江省水污染防治行动计划(2016-2020年)", "浙江省水污染防治行动计划"),
            ("中华人民共和国长江保护法", "长江保护法"),
        ],
    )
    def test_citation_finds_the_held_document(self, store: Store, cited_first: bool, title: str, cites: str) -> None:
        held, citing = bare("held.txt", title), bare("citing.txt", "某市工作方案", cites=cites)
        write(store, *((held, citing) if cited_first else (citing, held)))
        assert [(row["cited"], row["held"]) for row in store.run("citations_out", document=citing.id)] == [
            (held.id, True)
        ]
        assert [row["document"] for row in store.run("citations_in", document=held.id)] == [citing.id]
        assert store.check() == []

    @pytest.mark.parametrize("cited_first", [True, False], ids=["cited first", "citing first"])
    def test_citation_finds_the_held_document_by_number(self, store: Store, cited_first: bool) -> None:
        held, citing = (
            bare("held.txt", "某通知", number="国发〔2015〕17号"),
            bare("citing.txt", "某方案", cites="《水十条》"),
        )
        citing.citations[0].number = "国发[2015]17号"
        write(store, *((held, citing) if cited_first else (citing, held)))
        assert [row["cited"] for row in store.run("citations_out", document=citing.id)] == [held.id]

    @pytest.mark.parametrize("cited_first", [True, False], ids=["cited first", "citing first"])
    def test_short_title_means_the_plan_of_the_same_place(self, store: Store, cited_first: bool) -> None:
        held = bare("held.txt", "嵊州市水污染防治行动计划", place=SHENGZHOU)
        near = bare("near.txt", "嵊州市年度工作方案", place=SHENGZHOU, cites="水污染防治行动计划")
        far = bare("far.txt", "凯里市年度工作方案", place=KAILI, cites="水污染防治行动计划")
        write(store, *((held, near, far) if cited_first else (near, far, held)))
        assert [row["held"] for row in store.run("citations_out", document=near.id)] == [True]
        assert [row["held"] for row in store.run("citations_out", document=far.id)] == [False]

    def test_citation_outlives_the_document_it_means(self, store: Store) -> None:
        citing = bare("citing.txt", "某市工作方案", cites="水污染防治行动计划")
        write(store, citing)
        before = contents(store)
        held = bare("held.txt", "国务院关于印发《水污染防治行动计划》的通知")
        write(store, held)
        store.remove(held.id)
        assert contents(store) == before

    def test_near_identical_documents_are_joined_not_merged(self, store: Store) -> None:
        twin = water_plan(source="twin.txt")
        write(store, water_plan(), twin, bare("other.txt", "某市土壤污染防治工作方案"))
        (row,) = store.run("resembling", document="water.txt-id")
        assert row["document"] == twin.id
        assert row["likeness"] == 1.0
        assert len(store.run("documents")) == 3
        store.remove(twin.id)
        assert store.run("resembling", document="water.txt-id") == []

    # index --------------------------------------------------------------------------------------------------------

    def test_search_finds_the_passage_with_its_place_in_the_text(self, store: Store) -> None:
        facts = water_plan()
        write(store, facts)
        hit = store.search("新增污水管网", k=1)[0]
        assert hit["task"].endswith("t2")
        assert hit["text"] == facts.text[hit["start"] : hit["end"]]
        assert store.search("新增污水管网", place="贵州省") == []
        assert store.search("") == []

    def test_search_forgets_replaced_wording(self, store: Store) -> None:
        write(store, water_plan(river="曹娥江"))
        write(store, water_plan(river="剡溪"))
        assert all("曹娥江" not in hit["text"] for hit in store.search("曹娥江"))

    def test_heal_changes_nothing_in_a_sound_store(self, store: Store) -> None:
        write(store, water_plan())
        before = contents(store)
        assert store.heal() == []
        assert contents(store) == before

    # asking -------------------------------------------------------------------------------------------------------

    def test_run_finds_nothing_among_no_ids(self, store: Store) -> None:
        write(store, water_plan())
        asked = [("owners_of_task", "tasks"), ("tasks", "tasks"), ("targets", "documents"), ("text", "documents")]
        assert [store.run(name, **{parameter: []}) for name, parameter in asked] == [[], [], [], []]

    def test_fingerprints_tell_what_documents_were_read_from(self, store: Store) -> None:
        write(store, water_plan())
        assert dict(store.fingerprints()) == {"water.txt-id": "read once"}

    def test_partners_and_deadlines_of_a_function(self, store: Store) -> None:
        write(store, water_plan(), water_plan(KAILI, "kaili.txt", year="2027"))
        names = [row["canonical"] for row in store.run("partners", function="water", place="贵州省")]
        assert names == ["凯里市生态环境局"]
        due = [row["due"] for row in store.run("deadlines_up_to", date="2030-01-01", function="water")]
        assert due == ["2025-12-31", "2027-12-31"]

    def test_path_leads_over_a_shared_function(self, store: Store) -> None:
        write(store, water_plan(), water_plan(KAILI, "kaili.txt", river="清水江"))
        ends = {"label": "Document", "id": "water.txt-id", "other_label": "Document"}
        (found,) = store.run("path", **ends, other="kaili.txt-id")
        assert (found["labels"][0], found["labels"][-1], found["steps"]) == (
            "Document",
            "Document",
            len(found["edges"]),
        )
        assert len(found["ids"]) == found["steps"] + 1
        assert store.run("path", **ends, other="none") == []

    def test_run_refuses_what_it_does_not_know(self, store: Store) -> None:
        with pytest.raises(StoreError, match="there is no query called nothing"):
            store.run("nothing")
        with pytest.raises(StoreError, match="has no parameter colour"):
            store.run("documents", colour="green")
        with pytest.raises(StoreError, match="needs the parameter document"):
            store.run("sections")
        with pytest.raises(StoreError, match="no label"):
            store.run("edges_from", label="Task) DETACH DELETE (n", id="x")
