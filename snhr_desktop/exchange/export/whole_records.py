"""Whole records as JSON, written one by one: what is written here, the import of our own files reads back.

One record stands on a line of its own. Its shape is that of `exchange.export.schema`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

from snhr_desktop.exchange.export.material import Material
from snhr_desktop.exchange.reading import OWN_FORMAT

VERSION = 1
"""Of the shape of the file. A reader takes any it knows the records of."""


def write(material: Material, out: IO[bytes], made: Mapping[str, Any]) -> None:
    """Write the records as one JSON object. `made` says what the file is, for whoever opens it years later."""
    head = {"format": OWN_FORMAT, "version": VERSION, "made": dict(made)}
    out.write(_text(head)[:-1].encode())
    out.write(b',\n"terms":')
    _list(out, (term.dump() for term in material.out.own_terms()))
    out.write(b',\n"dossiers":')
    _list(out, _bodies(material))
    out.write(b',\n"persons":')
    _list(out, ({"one": one, "other": other} for one, other in material.linked_persons()))
    out.write(b',\n"attachments":')
    _list(out, (file.body() for file in material.attachments()))
    out.write(b"}\n")


def _bodies(material: Material) -> Iterator[Mapping[str, Any]]:
    """Incidents and cases in one list: which a record is, its first part tells."""
    yield from (dossier.body() for dossier in material.dossiers())
    yield from (file.body() for file in material.case_files())


def _list(out: IO[bytes], parts: Iterable[Mapping[str, Any]]) -> None:
    out.write(b"[")
    for number, part in enumerate(parts):
        out.write((",\n" if number else "\n").encode() + _text(part).encode())
    out.write(b"]")


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
