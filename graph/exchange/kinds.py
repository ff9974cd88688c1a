"""What GraphML and neo4j-admin call the kinds of a single value; a list is for each to word."""

from __future__ import annotations

from graph.ontology import Kind

SINGLE: dict[Kind, str] = {"text": "string", "integer": "long", "number": "double", "flag": "boolean"}
