"""How much of a report was held against the records, for whoever wants to know what "checked" means."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from snhr_desktop.reports.agreement.edited import changed_blocks
from snhr_desktop.reports.agreement.sentences import GENERATED, texts_of
from snhr_desktop.reports.emphasis import plain_of
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import DataTable, Picture

_END = re.compile(r"[.!?؟](?=\s|$)")


@dataclass(frozen=True)
class Held:
    """`figures` answers were recounted; so many tables, charts and sentences of the editions were held against them.

    Sentences are those that the program made of numbers, and those that somebody edited. Standing texts left as they
    are, and what a record says in its own words, are read by no check and counted nowhere.
    """

    figures: int
    tables: int
    charts: int
    sentences: int


def held(manuscripts: Sequence[Manuscript]) -> Held:
    """What the checks of these editions looked at."""
    parts = [part for manuscript in manuscripts for part in manuscript.parts]
    texts = [text for manuscript in manuscripts for text in _read(manuscript)]
    return Held(
        figures=len(manuscripts[0].edition.snapshot.answers),
        tables=sum(isinstance(part, DataTable) for part in parts),
        charts=sum(isinstance(part, Picture) for part in parts),
        sentences=sum(max(1, len(_END.findall(text))) for text in texts if text),
    )


def _read(manuscript: Manuscript) -> Iterator[str]:
    sections = manuscript.sections()
    for code in GENERATED & sections.keys():
        yield from texts_of(sections[code])
    yield from (plain_of(block.text) for _, block, _ in changed_blocks(manuscript.edition))
