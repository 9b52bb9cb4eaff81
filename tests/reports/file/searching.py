"""Whether words stand anywhere in a file: in whatever stream, string or attached file, in whatever encoding."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf


def found_in(content: bytes, words: Iterable[str], password: str = "") -> list[str]:
    """The words that stand in a file as it lies there, in its streams unpacked, or in its strings."""
    hay = b"\n".join([content, *_all_bytes(content, password)])
    return [word for word in words if any(needle in hay for needle in _written(word))]


def _written(word: str) -> set[bytes]:
    """A word in every encoding, and each of these in hexadecimal digits."""
    plain = {word.encode("utf-8"), word.encode("utf-16-be"), word.encode("utf-16-le")}
    plain |= {word.encode("latin-1")} if word.isascii() else set()
    # inside a string in hexadecimal digits, or as XML writes what is not ASCII
    coded = {digits for code in plain for digits in (code.hex().encode(), code.hex().upper().encode())}
    return plain | coded | {word.encode("ascii", "xmlcharrefreplace")}


def _all_bytes(content: bytes, password: str) -> Iterator[bytes]:
    with pikepdf.open(io.BytesIO(content), password=password) as pdf:
        for entry in pdf.objects:
            yield from _bytes_of(entry)
        for name, file in pdf.attachments.items():
            yield name.encode("utf-8")
            yield file.get_file().read_bytes()


def _bytes_of(entry: Any) -> Iterator[bytes]:
    if isinstance(entry, pikepdf.Stream):
        yield entry.read_bytes()
    if isinstance(entry, pikepdf.String):
        yield from (bytes(entry), str(entry).encode("utf-8"))
    for value in _inside(entry):
        if not (isinstance(value, pikepdf.Object) and value.is_indirect):
            yield from _bytes_of(value)


def _inside(entry: Any) -> Iterable[Any]:
    if isinstance(entry, pikepdf.Stream | pikepdf.Dictionary):
        return entry.values()
    return entry if isinstance(entry, pikepdf.Array) else ()
