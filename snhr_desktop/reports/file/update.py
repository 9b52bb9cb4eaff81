"""Objects added to the end of a file (an incremental update, ISO 32000-1, 7.5.6), many and small.

A library would take every object into memory to write it again; here they pass by as text and are packed in streams
of some hundred (7.5.7) with a cross-reference stream (7.5.8). A file for archives has plain objects and a table.
"""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

_IN_ONE_STREAM = 200
_ROW = struct.Struct(">BIH")


@dataclass(frozen=True)
class Base:
    """The file to add to: its bytes, the number of its objects, and what its trailer says, as PDF text."""

    content: bytes
    size: int
    trailer: str

    @property
    def start(self) -> int:
        """Where its cross-references begin."""
        return int(self.content[self.content.rindex(b"startxref") + 9 :].split(maxsplit=1)[0])


def packed(base: Base, replaced: tuple[int, str], added: Iterable[str]) -> bytes:
    """The file with one object replaced and others added, numbered from `base.size` on."""
    out, places = bytearray(base.content), dict[int, bytes]()
    texts, first = iter(added), base.size
    streams: list[tuple[list[int], bytes]] = []
    number, text = replaced
    streams.append(_stream_of([number], [text]))
    while chunk := list(islice(texts, _IN_ONE_STREAM)):
        streams.append(_stream_of(list(range(first, first + len(chunk))), chunk))
        first += len(chunk)
    for at, (numbers, content) in enumerate(streams, start=first):
        places[at] = _ROW.pack(1, len(out), 0)
        places |= {number: _ROW.pack(2, at, index) for index, number in enumerate(numbers)}
        out += b"%d 0 obj\n" % at + content + b"\nendobj\n"
    own, start = first + len(streams), len(out)
    places[own] = _ROW.pack(1, start, 0)
    rows = zlib.compress(b"".join(places[number] for number in sorted(places)))
    sections = f"{number} 1 {base.size} {own + 1 - base.size}"
    out += (
        f"{own} 0 obj\n<</Type/XRef/W[1 4 2]/Index[{sections}]/Size {own + 1}/Prev {base.start}{base.trailer}"
        f"/Filter/FlateDecode/Length {len(rows)}>>\nstream\n"
    ).encode("ascii")
    out += rows + b"\nendstream\nendobj\n" + b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def plain(base: Base, replaced: tuple[int, str], added: Iterable[str]) -> bytes:
    """The same as objects that stand for themselves, with a table."""
    out = bytearray(base.content)
    rows: list[bytes] = []

    def add(number: int, text: str) -> None:
        rows.append(b"%010d 00000 n \n" % len(out))
        out.extend(f"{number} 0 obj\n{text}\nendobj\n".encode("ascii"))

    add(*replaced)
    for number, text in enumerate(added, start=base.size):
        add(number, text)
    start, count = len(out), len(rows) - 1
    out += b"xref\n%d 1\n" % replaced[0] + rows[0] + b"%d %d\n" % (base.size, count) + b"".join(rows[1:])
    out += f"trailer\n<</Size {base.size + count}/Prev {base.start}{base.trailer}>>\n".encode("ascii")
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def _stream_of(numbers: list[int], texts: list[str]) -> tuple[list[int], bytes]:
    """An object stream: what stands in it, and where."""
    head, at = [], 0
    for number, text in zip(numbers, texts, strict=True):
        head.append(f"{number} {at}")
        at += len(text) + 1
    top = " ".join(head) + "\n"
    data = zlib.compress((top + "\n".join(texts)).encode("ascii"))
    entries = f"<</Type/ObjStm/N {len(texts)}/First {len(top)}/Filter/FlateDecode/Length {len(data)}>>"
    return numbers, entries.encode("ascii") + b"\nstream\n" + data + b"\nendstream"
