"""The index of passages (LanceDB): derived from the graph, so that it can be rebuilt from it at any time.

Every row carries the digest of its document's passages, by which graph and index are compared.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.building.rows import Rows
from graph.ontology import INDEXED, NODES, Kind
from graph.search.segmentation import segment
from graph.stores.statements import Execute, node_record

if TYPE_CHECKING:
    import pyarrow as pa
    from lancedb.table import Table

Record = dict[str, Any]

_TABLE = "passages"
_COLUMNS: dict[str, Kind] = {"id": "text", **NODES["Passage"].properties, **INDEXED}
SHOWN = ("id", "document", "kind", "task", "section", "title", "heading", "text", "start", "end")
_ARROW = {"text": "string", "integer": "int64"}


def records_of(rows: Rows) -> list[Record]:
    """The rows of a document that is being written."""
    passages = (node_record(node) for node in rows.nodes.values() if node.label == "Passage")
    return index_records(node_record(rows.nodes["Document", rows.document]), passages)


def index_records(document: Mapping[str, Any], passages: Iterable[Mapping[str, Any]]) -> list[Record]:
    """The rows of one document: each passage with its words, cut into terms, and what it can be filtered by.

    `document` needs `id`, `text`, `title`, `index_digest` and `places`; a passage `id`, `kind`, `task`, `section`,
    `heading`, `start` and `end`.
    """
    title = document["title"] or ""
    shared = {"document": document["id"], "digest": document["index_digest"], "title": title}
    shared["places"] = list(document["places"] or ())
    rows = []
    for passage in passages:
        text = document["text"][passage["start"] : passage["end"]]
        terms = segment(f"{title}\n{passage['heading']}\n{text}")
        rows.append({**passage, **shared, "text": text, "terms": terms})
    return rows


def stored_records(run: Execute, documents: Iterable[str]) -> list[Record]:
    """The rows of some documents from what the graph holds, asked by `run` (see `Store.run`) of one after the other."""
    rows = []
    for document in documents:
        for held in run("text", documents=[document]):
            rows += index_records(held, run("passages", document=document))
    return rows


class PassageIndex:
    """The table of passages in a folder, opened when it is first needed since its engine takes a second to load."""

    def __init__(self, folder: Path) -> None:
        """`folder` is made at the first write."""
        self._folder = folder
        self._written = False

    def replace(self, documents: Sequence[str], rows: Sequence[Record]) -> None:
        """Writes the rows of some documents in place of those that were there, all or none."""
        import pyarrow as pa

        change = self._table.merge_insert("id").when_matched_update_all().when_not_matched_insert_all()
        change = change.when_not_matched_by_source_delete(_among("document", documents))
        self._written = True
        change.execute(pa.Table.from_pylist(list(rows), schema=_schema()))

    def digests(self) -> dict[str, list[tuple[str, int]]]:
        """The digests that the rows of each document carry, with the number of rows: one pair where all is well."""
        if not self.there:
            return {}
        columns = self._table.search().select(["document", "digest"]).limit(self._table.count_rows()).to_arrow()
        counts: dict[tuple[str, str], int] = defaultdict(int)
        for pair in zip(columns["document"].to_pylist(), columns["digest"].to_pylist(), strict=True):
            counts[pair] += 1
        found: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for (document, digest), count in sorted(counts.items()):
            found[document].append((digest, count))
        return dict(found)

    @property
    def there(self) -> bool:
        """Whether it was ever written."""
        return self._folder.is_dir()

    def readable(self) -> bool:
        """Whether its rows can be read and the words of one of them found: its files may be damaged or gone."""
        try:
            if self.digests():
                (row,) = self._table.search().select(["terms"]).limit(1).to_list()
                self._table.search(row["terms"], query_type="fts", fts_columns="terms").limit(1).to_list()
        except (OSError, RuntimeError, ValueError):
            return False
        return True

    def discard(self) -> None:
        """Deletes the index, which the next write begins anew."""
        shutil.rmtree(self._folder)
        self.__dict__.pop("_table", None)

    def search(self, text: str, k: int, facets: Mapping[str, str]) -> list[Record]:
        """The `k` passages whose terms fit best, best first, each with its `score`; [] for a text without terms."""
        terms = segment(text)
        if not terms or not self.there:
            return []
        found = self._table.search(terms, query_type="fts", fts_columns="terms").select([*SHOWN, "_score"])
        if where := _conditions(facets):
            found = found.where(where, prefilter=True)
        hits = found.limit(k).to_list()
        for hit in hits:
            hit["score"] = hit.pop("_score")
        return sorted(hits, key=lambda hit: (-hit["score"], hit["id"]))

    def tidy(self) -> None:
        """Joins the small files that writes left behind, and takes new rows into the full-text index."""
        if self._written:
            self._table.optimize(cleanup_older_than=timedelta(minutes=1))
            self._written = False

    @cached_property
    def _table(self) -> Table:
        """The table, made with its full-text index where it is not there."""
        import lancedb
        from lancedb.index import FTS

        table = lancedb.connect(self._folder).create_table(_TABLE, schema=_schema(), exist_ok=True)
        if not table.list_indices():
            # The terms are cut already: the engine must neither stem nor drop anything of them.
            terms = FTS(base_tokenizer="whitespace", stem=False, remove_stop_words=False, ascii_folding=False)
            table.create_index("terms", config=terms)
        return table


def _schema() -> pa.Schema:
    import pyarrow as pa

    types = {kind: pa.type_for_alias(name) for kind, name in _ARROW.items()} | {"texts": pa.list_(pa.string())}
    return pa.schema([(name, types[kind]) for name, kind in _COLUMNS.items()])


def _conditions(facets: Mapping[str, str]) -> str:
    """The facets as a filter; `place` is any name or code of the document's territory or those above it."""
    conditions = [
        f"array_has(places, {_quoted(value)})" if name == "place" else _among(name, [value])
        for name, value in facets.items()
        if value
    ]
    return " AND ".join(conditions)


def _among(column: str, values: Iterable[str]) -> str:
    return f"{column} IN ({', '.join(map(_quoted, values))})"


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
