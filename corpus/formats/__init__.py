"""Bytes to text, format by format: encodings, tables as rows, lines broken at the edge of a page."""
