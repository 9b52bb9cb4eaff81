"""The figures behind the report, attached to it: a table for each language it is printed in, and one for programs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from snhr_desktop.figures import table
from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.snapshot import Snapshot

FIGURES_TABLE = N_("Every figure of this report as a table (CSV)")
FIGURES_FOR_PROGRAMS = N_("Every figure of this report for programs (JSON)")
_BYTE_ORDER_MARK = "\ufeff"
"""Spreadsheets take a table without it for another encoding, and show Arabic as signs."""


@dataclass(frozen=True)
class Attachment:
    """A file inside the file."""

    name: str
    kind: str
    said: str
    content: bytes


def figures_of(editions: Sequence[Edition]) -> Iterator[Attachment]:
    """The answers that every table of the report is made of; no names, no texts, and none of a single incident."""
    if editions[0].snapshot.filed:
        return
    for edition in editions:
        shown, language = edition.snapshot, edition.language
        text = table.as_csv(shown.answers, language, shown.place_name, _history(shown))
        name, content = f"figures-{shown.code}-{language.code}.csv", _BYTE_ORDER_MARK + text
        yield Attachment(name, "text/csv", edition.text(FIGURES_TABLE), content.encode("utf-8"))
    first = editions[0]
    shown = first.snapshot
    text = table.as_json(shown.answers, shown.period, shown.scope, shown.as_of.date(), _history(shown))
    said = first.text(FIGURES_FOR_PROGRAMS)
    yield Attachment(f"figures-{shown.code}.json", "application/json", said, text.encode("utf-8"))


def _history(shown: Snapshot) -> dict[str, str | int]:
    return shown.anchor.dump() if shown.anchor else {}
