"""Office packages (.docx, .xlsx): zip archives of XML parts, opened with care for what strangers may have put in."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from lxml import etree

from corpus.formats.refusal import RefusedError
from corpus.formats.signature import OLE, kind_of

# The longest real plans have parts of some 30 MB; what unfolds to more is a bomb.
MAX_EXPANDED = 128 * 1024 * 1024
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
DOCTYPES = tuple("<!DOCTYPE".encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be"))


class Package:
    """The XML parts of one Office file."""

    def __init__(self, data: bytes) -> None:
        """Opens the archive. Raises RefusedError for what is no archive, is encrypted, or unfolds to too much."""
        if not data.startswith(b"PK"):
            raise RefusedError(_no_package(data))
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            parts = [part for part in self._archive.infolist() if part.filename.endswith((".xml", ".rels"))]
        except (zipfile.BadZipFile, ValueError, OSError, UnicodeError, NotImplementedError) as error:
            raise RefusedError("the file is cut short or damaged (its archive has no end)") from error
        if sum(part.file_size for part in parts) > MAX_EXPANDED:
            raise RefusedError(f"it unfolds to more than {MAX_EXPANDED // 1024**2} MB of text, as no plan does")
        self.names = frozenset(part.filename for part in parts)

    def part(self, name: str) -> bytes:
        """The bytes of a part. Raises RefusedError where it is damaged, or declares entities as Office never does."""
        try:
            content = self._archive.read(name)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError, KeyError) as error:
            raise RefusedError(f"the file is damaged (its part {name} cannot be unpacked)") from error
        if any(doctype in content for doctype in DOCTYPES):
            raise RefusedError("it declares XML entities, as no Office file does")
        return content

    def tree(self, name: str) -> etree._Element | None:
        """The root element of a part, or None where the package has no such part."""
        if name not in self.names:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            return etree.fromstring(self.part(name), parser)
        except (etree.LxmlError, ValueError) as error:
            raise RefusedError(f"the file is damaged (its part {name} is not well-formed)") from error


def local(element: etree._Element) -> str:
    """The name of an element without its namespace, which differs between Office's two dialects."""
    return str(element.tag).rpartition("}")[2]


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first child of that name, its first child of the next name, and so on; None where one is missing."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner) == name), None)
    return element


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """The attribute of that name in whatever namespace, or None."""
    attributes = element.attrib.items() if element is not None else ()
    return next((str(text) for key, text in attributes if str(key).rpartition("}")[2] == name), None)


def whole_number(element: etree._Element | None, name: str = "val") -> int | None:
    """The attribute of that name as a number, or None where it is missing or no number of a sensible size."""
    text = value(element, name) or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None


def _no_package(data: bytes) -> str:
    """Why bytes that are no archive cannot be an Office file."""
    if data.startswith(OLE):
        if ENCRYPTED in data:
            return "it is protected by a password"
        return "it is in the old binary Office format; save it as .docx or .xlsx"
    kind = kind_of(data)
    return f"it is not an Office document but a {kind}" if kind else "it is not an Office document"
