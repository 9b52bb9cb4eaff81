"""Whole records as JSON, written one by one: what is written here, the import of our own files reads back.

One record stands on a line of its own. Its shape is that of `exchange.export.schema`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import IO, Any

from snhr_desktop.exchange.export.asked import INTERNAL
from snhr_desktop.exchange.export.material import Material
from snhr_desktop.exchange.reading import OWN_FORMAT

VERSION = 1
"""Of the shape of the file. A reader takes any it knows the records of."""


def write(material: Material, out: IO[bytes], made: Mapping[str, Any]) -> None:
    """Write the records as one JSON object. `made` says what the file is, for whoever opens it years later."""
    head = {"format": OWN_FORMAT, "version": VERSION, "made": dict(made)}
    out.write(_text(head)[:-1].encode())
    out.write(b',\n"dossiers":')
    terms = Terms(material)
    _list(out, map(terms.seen, _bodies(material)))
    out.write(b',\n"terms":')
    _list(out, terms.told())
    out.write(b',\n"persons":')
    _list(out, ({"one": one, "other": other} for one, other in material.linked_persons()))
    out.write(b',\n"attachments":')
    _list(out, (file.body() for file in material.attachments()))
    out.write(b"}\n")


class Terms:
    """The terms of the office that the records of a file say, and where they are asked for the others too."""

    def __init__(self, material: Material) -> None:
        self._inside, self._all = material.asked.audience == INTERNAL, material.asked.terms
        self._terms = {one.code: one for one in material.out.own_terms()}
        self._used: set[str] = set()

    def seen(self, body: Mapping[str, Any]) -> Mapping[str, Any]:
        """Note which terms a record says."""
        if unused := self._terms.keys() - self._used:
            text = _text(body)
            self._used |= {code for code in unused if f'"{code}"' in text}
        return body

    def told(self) -> Iterator[Mapping[str, Any]]:
        """Those, with what only the office types for them left out where the file leaves it."""
        for code, one in self._terms.items():
            if self._all or code in self._used:
                yield (one if self._inside else replace(one, also="")).with_uid("").dump()


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
