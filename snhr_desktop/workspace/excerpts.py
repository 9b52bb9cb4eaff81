"""A line of an incident's texts around the words that were searched for."""

from collections.abc import Iterator
from dataclasses import dataclass

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import Dossier, Source
from snhr_desktop.domain.seeking import Question, Span
from snhr_desktop.i18n import Message
from snhr_desktop.store.search import SOURCE_NAMED_BY

_ROOM = 110
"""Letters of an excerpt."""
_READ = 8_000
"""Letters of a text that are read; words further down are found all the same, and not shown."""
_SHORT = 120
"""Letters of a name, a landmark."""
_BEFORE = 30
"""Letters before the first word found."""


@dataclass(frozen=True)
class Excerpt:
    """The label of the field that a text stands in, and the part of it around the words."""

    label: Message
    text: str


def excerpt(dossier: Dossier, question: Question, gazetteer: Gazetteer) -> Excerpt | None:
    """The text that says most of what title and place do not, cut around it; None where they say all that is asked."""
    incident = dossier.incident
    place = gazetteer.get(incident.place.pcode)
    shown = [incident.title_ar, incident.title_en, incident.reference]
    shown += [place.name_ar, place.name_en] if place else []
    missing = question.not_in(" ".join(shown))
    best, most, wanted = None, 0, len(missing.all_whole().whole)
    for label, text in _texts(dossier):
        if most >= wanted:
            break
        if len(text) < _SHORT and not missing.touches(text):
            continue
        spans = missing.marks(text[:_READ])
        different = len({text[start:end] for start, end in spans})
        if different > most:
            best, most = Excerpt(label, _cut(text, spans)), different
    return best


def _texts(dossier: Dossier) -> Iterator[tuple[Message, str]]:
    for record in dossier.records():
        for field in record.fields():
            told = field.searchable and not field.sensitive and not field.name.startswith("title_")
            told = told or (isinstance(record, Source) and field.name in SOURCE_NAMED_BY)
            if told and (text := getattr(record, field.name)):
                yield field.label, text


def _cut(text: str, spans: tuple[Span, ...]) -> str:
    """As much as has room, from a little before the first word found, at whole words."""
    start = max(0, spans[0][0] - _BEFORE)
    if start:
        start = min(spans[0][0], (text.find(" ", start) + 1) or spans[0][0])
    end = min(len(text), max(start + _ROOM, spans[0][1]))
    if end < len(text):
        end = max(spans[0][1], text.rfind(" ", start, end))
    line = " ".join(text[start:end].split())
    return ("… " if start else "") + line + (" …" if end < len(text) else "")
