"""A font in which every character is the same square, for PDF files that leave their Chinese type to the system.

PDFium takes the extent of a character from its outline. Where neither the file nor the system has the font, characters
have no extent, and a line of a single one is left out as if it were nothing. What the characters are, and how far apart
they stand, is in the file: an outline is all that is missing, and any will do.
"""

from __future__ import annotations

import ctypes
import struct
from functools import cache
from typing import Any

import pypdfium2 as pdfium

EM, ASCENT, DESCENT = 1000, 880, -120
ASIAN_SETS = frozenset(
    {128, 129, 134, 136}
)  # Japanese, Korean, simplified and traditional Chinese, as fonts number them
SIMPLIFIED = 134
SQUARES = 1  # the handle by which PDFium asks for this font; handles of the system's own fonts are addresses
WHOLE_FILE = 0  # the name of a table by which PDFium asks for all of them
NAME = b"Squares\0"


@cache
def install() -> None:
    """Gives PDFium the font for Chinese, Japanese and Korean type that a file does not bring; once is enough."""
    _Squares().setup()


class _Squares(pdfium.PdfSysfontBase):  # type: ignore[misc]  # pypdfium2 has no types
    """Answers PDFium's questions for fonts: with the squares for Asian type, as the system does for any other."""

    def MapFont(self, _: Any, weight: int, italic: int, charset: int, pitch: int, face: Any, exact: Any) -> Any:  # noqa: N802
        """The handle of the font to use for a name and a set of characters."""
        if charset in ASIAN_SETS:
            return SQUARES
        return self.default.MapFont(self.default, weight, italic, charset, pitch, face, exact)

    def GetFontData(self, _: Any, font: int, table: int, buffer: Any, size: int) -> int:  # noqa: N802
        """Copies the font, where the buffer is large enough, and tells its size."""
        if font != SQUARES:
            return int(self.default.GetFontData(self.default, font, table, buffer, size))
        return _copied(true_type(), buffer, size) if table == WHOLE_FILE else 0

    def GetFaceName(self, _: Any, font: int, buffer: Any, size: int) -> int:  # noqa: N802
        """Copies the font's name, and tells its size."""
        if font != SQUARES:
            return int(self.default.GetFaceName(self.default, font, buffer, size))
        return _copied(NAME, buffer, size)

    def GetFontCharset(self, _: Any, font: int) -> int:  # noqa: N802
        """The set of characters that the font is for."""
        return SIMPLIFIED if font == SQUARES else int(self.default.GetFontCharset(self.default, font))

    def DeleteFont(self, _: Any, font: int) -> None:  # noqa: N802
        """Lets go of a font of the system; the squares stay."""
        if font != SQUARES:
            self.default.DeleteFont(self.default, font)


def _copied(content: bytes, buffer: Any, size: int) -> int:
    """Copies bytes to where PDFium wants them, if they fit there, and tells how many they are."""
    if buffer and size >= len(content):
        ctypes.memmove(buffer, content, len(content))
    return len(content)


@cache
def true_type() -> bytes:
    """The font as a TrueType file of some 340 bytes: the tables that a font must have, and one square for all."""
    corners = struct.pack(">4h4h", 0, EM, 0, -EM, DESCENT, 0, EM, 0)  # the steps to the right, then the steps up
    outline = struct.pack(">5h2H4B", 1, 0, DESCENT, EM, ASCENT, 3, 0, 1, 1, 1, 1) + corners
    tables = {
        b"cmap": struct.pack(">4HI2H3I3I", 0, 1, 3, 10, 12, 13, 0, 28, 0, 1, 0x20, 0x10FFFF, 1),
        b"glyf": outline,
        b"head": struct.pack(
            ">4I2H2q4h2H3h", 1 << 16, 1 << 16, 0, 0x5F0F3CF5, 0, EM, 0, 0, 0, DESCENT, EM, ASCENT, 0, 8, 2, 0, 0
        ),
        b"hhea": struct.pack(">I3hH11hH", 1 << 16, ASCENT, DESCENT, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, 1),
        b"hmtx": struct.pack(">H2h", EM, 0, 0),
        b"loca": struct.pack(">3H", 0, 0, len(outline) // 2),
        b"maxp": struct.pack(">I14H", 1 << 16, 2, 4, 1, 0, 0, 1, *[0] * 8),
    }
    directory, content = b"", b""
    begin = 12 + 16 * len(tables)
    for name, table in tables.items():
        directory += name + struct.pack(">3I", 0, begin + len(content), len(table))
        content += table + bytes(-len(table) % 4)
    return struct.pack(">I4H", 1 << 16, len(tables), 64, 2, 16 * len(tables) - 64) + directory + content
