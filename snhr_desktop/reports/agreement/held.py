"""How much of a report was held against the records, for whoever wants to know what "checked" means."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from snhr_desktop.reports.agreement.sentences import texts_of
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import DataTable, Picture

_END = re.compile(r"[.!?؟](?=\s|$)")


@dataclass(frozen=True)
class Held:
    """`figures` answers were recounted; so many tables, charts and sentences of the editions were held against them."""

    figures: int
    tables: int
    charts: int
    sentences: int


def held(manuscripts: Sequence[Manuscript]) -> Held:
    """What the checks of these editions looked at."""
    parts = [part for manuscript in manuscripts for part in manuscript.parts]
    texts = [text for manuscript in manuscripts for text in texts_of(manuscript.parts)]
    return Held(
        figures=len(manuscripts[0].edition.snapshot.answers),
        tables=sum(isinstance(part, DataTable) for part in parts),
        charts=sum(isinstance(part, Picture) for part in parts),
        sentences=sum(max(1, len(_END.findall(text))) for text in texts if text),
    )
