"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of old and of password-protected Office files
WEB_PAGE = "web page"

SIGNATURES = (
    (b"%PDF-", "PDF document"),
    (b"PK\x03\x04", "zip archive or Office document"),
    (b"PK\x05\x06", "zip archive or Office document"),
    (OLE, "old or password-protected Office document"),
    (b"{\\rtf", "rich text document"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"BM\x00", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"\x1f\x8b", "compressed file"),
    (b"Rar!", "compressed file"),
    (b"7z\xbc\xaf", "compressed file"),
    (b"BZh", "compressed file"),
    (b"\xfd7zXZ", "compressed file"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
    (b"SQLite format 3", "database"),
    (b"<!doctype html", WEB_PAGE),
    (b"<html", WEB_PAGE),
    *((mark, WEB_PAGE) for mark in (b"<p>", b"<p ", b"<div", b"<table", b"<h1", b"<span", b"<section", b"<article")),
)


def kind_of(data: bytes) -> str | None:
    """What the file is, in a few words that fit after "it is a", or None where its first bytes do not tell."""
    head = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n").lower()
    return next((kind for mark, kind in SIGNATURES if head.startswith(mark.lower())), None)
