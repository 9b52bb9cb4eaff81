"""The narratives of a bilingual report beside each other: two texts of one incident, neither a translation."""

from collections.abc import Iterator, Sequence

from snhr_desktop.domain.records import Dossier
from snhr_desktop.i18n import N_
from snhr_desktop.reports.contents import CONTENTS
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Heading, Parallel, Part
from snhr_desktop.reports.sections import massacres

TITLE = N_("Narratives side by side")
KEY = "side-by-side"
IN_BOTH = "{} · {}"


def beside(editions: Sequence[Edition]) -> tuple[Part, ...]:
    """A part for each massacre that has a narrative; nothing for one edition, or a report without their details."""
    brief = editions[0].snapshot.brief
    if len(editions) != 2 or massacres.SECTION not in CONTENTS[brief.kind] or massacres.SECTION.code in brief.left_out:
        return ()
    left, right = sorted(editions, key=lambda edition: edition.language.rtl)
    found = tuple(_parallel(left, right))
    title = IN_BOTH.format(left.text(TITLE), right.text(TITLE))
    return (Heading(title, 1, KEY, listed=True), *found) if found else ()


def _parallel(left: Edition, right: Edition) -> Iterator[Parallel]:
    for dossier in left.snapshot.massacres:
        incident = dossier.incident
        if incident.narrative_en or incident.narrative_ar:
            titles = tuple(f"{massacres.title(one, dossier)}\n{incident.reference}" for one in (left, right))
            yield Parallel((titles[0], titles[1]), _pairs(left, right, dossier))


def _pairs(left: Edition, right: Edition, dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """Paragraph by paragraph where both have as many, else whole beside whole; a text that is wanting is said so."""
    incident = dossier.incident
    english = _paragraphs(incident.narrative_en) or [left.text(massacres.ARABIC_ONLY)]
    arabic = _paragraphs(incident.narrative_ar) or [right.text(massacres.ENGLISH_ONLY)]
    if len(english) != len(arabic):
        return (("\n".join(english), "\n".join(arabic)),)
    return tuple(zip(english, arabic, strict=True))


def _paragraphs(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]
