"""A face as a font of one PDF document: what is printed is subset and embedded, and every glyph knows its text.

Form: Type 0 over CIDFontType2, Identity-H (ISO 32000-1, 9.7). A CID stands for a glyph *and* the characters it prints,
so that the same glyph can be extracted as different characters, and ToUnicode is exact.
"""

from __future__ import annotations

import hashlib
from typing import Any, Final

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from .encoding import Encoded, Encoder, evenly
from .faces import Face
from .shaping import Shaped

_LAYOUT_TABLES: Final = (
    "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "DSIG", "name", "cmap", "OS/2", "STAT", "MATH", "kern", "gasp", "post",
    "meta",
)  # fmt: skip
_CMAP_HEAD: Final = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange"
)
_CMAP_TAIL: Final = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
_CMAP_BLOCK: Final = 100
_LAST_CID: Final = 0xFFFF


class _Operands(dict[Shaped, str | None]):
    """What prints a run that stands on the line and bears no mark; None for any other. Looked up for whole lines."""

    def __init__(self, font: DocumentFont) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, shaped: Shaped) -> str | None:
        found = self[shaped] = self._font.evenly(shaped) or self._font.encode(shaped).plain
        return found


class _Codes(dict[tuple[int, str], str]):
    """CIDs as hexadecimal digits, by glyph and text."""

    def __init__(self, font: DocumentFont) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, key: tuple[int, str]) -> str:
        found = self[key] = f"{self._font.cid(*key):04x}"
        return found


class DocumentFont:
    """One face in one document. ReportLab calls `addObjects` when the document is saved."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self._cids: dict[tuple[int, str], int] = {(0, ""): 0}
        self._widths: list[float] = [face.advance(0)]
        self._encoded: dict[Shaped, Encoded] = {}
        self.operands = _Operands(self)
        self._codes = _Codes(self)
        self.space = f"<{self.cid(face.blank, ' '):04x}>"

    def encode(self, shaped: Shaped) -> Encoded:
        """The operands that print a run; the same run is encoded once."""
        found = self._encoded.get(shaped)
        if found is None:
            found = self._encoded[shaped] = Encoder(self.face, self._show, shaped.run.rtl).encode(shaped.glyphs)
        return found

    def evenly(self, shaped: Shaped) -> str | None:
        """The operands of an even run; None where it is none."""
        even = shaped.even
        if even is None or len(self._widths) + len(even.codes) > _LAST_CID:
            return None
        text = shaped.run.meant[::-1] if shaped.run.rtl else shaped.run.meant
        return evenly(list(map(self._codes.__getitem__, zip(even.codes, text, strict=True))), even.kerns)

    def cid(self, glyph: int, text: str) -> int:
        """The number of a glyph that stands for a text, given at first use."""
        cid = self._cids.get((glyph, text))
        if cid is None:
            if len(self._cids) > _LAST_CID:
                return self._cids.get((glyph, ""), 0)
            cid = self._cids[glyph, text] = len(self._widths)
            self._widths.append(self.face.advance(glyph))
        return cid

    def _show(self, glyph: int, text: str) -> tuple[str, float]:
        cid = self.cid(glyph, text)
        return f"<{cid:04x}>", self._widths[cid]

    def addObjects(self, doc: Any) -> None:  # noqa: N802 (called by ReportLab)
        """Add the font, subset to the glyphs used, to the document."""

        def refer(value: Any, part: str) -> Any:
            return doc.Reference(value, f"{self.resource}.{part}")

        glyphs = [glyph for glyph, _ in self._cids]
        program, new_glyphs = _subset(self.face, glyphs)
        name = f"/{self._tag()}+{self.face.name}"
        program_stream = _stream(doc, program)
        program_stream.dictionary["Length1"] = len(program)
        glyph_map = b"".join(new_glyphs.get(glyph, 0).to_bytes(2, "big") for glyph in glyphs)
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": name,
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": refer(
                    self._descriptor(
                        name, refer(program_stream, "program"), refer(_stream(doc, self._cid_set()), "set")
                    ),
                    "descriptor",
                ),
                "CIDToGIDMap": refer(_stream(doc, glyph_map), "glyphs"),
                "DW": 0,
                "W": pdfdoc.PDFArray([0, pdfdoc.PDFArray([f"{round(width, 1):g}" for width in self._widths])]),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": name,
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([refer(descendant, "cid")]),
                "ToUnicode": refer(_stream(doc, self._to_unicode().encode("ascii")), "unicode"),
            }
        )
        doc.idToObject["BasicFonts"].dict[self.resource] = doc.Reference(font, self.resource)

    def _tag(self) -> str:
        """The six letters that tell one subset from another; the same text gives the same letters."""
        digest = hashlib.sha256(repr(list(self._cids)).encode("utf-8")).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])

    def _cid_set(self) -> bytes:
        """A bit for each CID: all that are numbered are there. Archives ask for it."""
        whole, rest = divmod(len(self._widths), 8)
        return b"\xff" * whole + bytes([0xFF00 >> rest & 0xFF] if rest else [])

    def _descriptor(self, name: str, program: Any, cid_set: Any) -> Any:
        ascent, descent = round(self.face.ascent), round(self.face.descent)
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": name,
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray([-500, -descent, 2000, ascent]),
                "ItalicAngle": 0,
                "Ascent": ascent,
                "Descent": -descent,
                "CapHeight": 700,
                "StemV": 80,
                "FontFile2": program,
                "CIDSet": cid_set,
            }
        )

    def _to_unicode(self) -> str:
        rows = [
            f"<{cid:04X}> <{text.encode('utf-16-be').hex().upper()}>" for (_, text), cid in self._cids.items() if cid
        ]
        lines = [_CMAP_HEAD]
        for start in range(0, len(rows), _CMAP_BLOCK):
            block = rows[start : start + _CMAP_BLOCK]
            lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        return "\n".join([*lines, _CMAP_TAIL])


def _stream(doc: Any, content: bytes) -> Any:
    stream = pdfdoc.PDFStream()
    stream.content = content
    if doc.compression:
        stream.filters = [pdfdoc.PDFZCompress]
    return stream


def _subset(face: Face, glyphs: list[int]) -> tuple[bytes, dict[int, int]]:
    """The font program with only these glyphs, and their new numbers."""
    wanted = hb.SubsetInput()
    for glyph in sorted(set(glyphs)):
        wanted.glyph_set.add(glyph)
    for tag in _LAYOUT_TABLES:
        wanted.drop_table_tag_set.add(int.from_bytes(tag.encode("ascii").ljust(4), "big"))
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    plan = hb.SubsetPlan(face.face, wanted)
    program = bytes(plan.execute().blob.data)
    return program, dict(plan.old_to_new_glyph_mapping)
