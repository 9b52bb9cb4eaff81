"""What the dossier of an incident told otherwise than the record of now, particular by particular.

What was printed is compared as it was; it is told as it may be told today. A value that may be told no more has a
sentence in its place.
"""

from collections.abc import Mapping
from dataclasses import replace

from snhr_desktop.i18n import LANGUAGES, N_, NC_, Language, Message
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.filed import Filed
from snhr_desktop.reports.particular import ParticularChange, Particulars
from snhr_desktop.reports.parts import Facts
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections import filed, particulars, people, statements
from snhr_desktop.reports.snapshot import Snapshot
from snhr_desktop.reports.texts import Texts

TITLE = NC_("particular", "Title")
AS_PRINTED, ANOTHER = N_("as printed"), N_("changed")
IN_ANOTHER = N_("changed in the other language")
LESS = N_("told more exactly than it may be told now")
NOT_SAID = "–"
_WHOLE = (people.SECTION, statements.SOURCES, statements.STATED, filed.NARRATIVE)
"""Sections of which is told that they are others now, and no more: the record itself is to be read."""
_ALWAYS = (TITLE, particulars.WHEN, filed.STATUS, filed.CLASSIFIED)
"""Told by the head of the page, which no brief leaves out."""
_WITHIN = {
    filed.WHAT_HAPPENED.code: (
        particulars.WHERE, filed.COORDINATES, particulars.WHAT, particulars.TOLL, particulars.FACILITIES,
        particulars.WHO,
    ),
    filed.ASSESSMENT.code: (filed.MASSACRE, filed.WHY, filed.LEARNED, filed.HOW, filed.NOTES, filed.ORIGIN),
}  # fmt: skip
"""By section: the labels that stand in it alone."""

_Told = Mapping[Message, str]


def particulars_since(published: Snapshot, now: Snapshot, shown: Filed) -> Particulars:
    """Where something else stands now; nothing for reports of no one incident.

    `shown` is the incident as it was published, as far as that may be told today.
    """
    if not (published.filed and now.filed):
        return {}
    places = {**published.places, **now.places}
    three = (replace(published, places=places), replace(now, filed=shown, places=places), replace(now, places=places))
    editions = {code: [_edition(one, language) for one in three] for code, language in LANGUAGES.items()}
    left_out = {*published.brief.left_out, *now.brief.left_out}
    told = {code: [_told(edition) for edition in several] for code, several in editions.items()}
    labels = [
        label for label in _labels(left_out) if any(one[0].get(label) != one[2].get(label) for one in told.values())
    ]
    whole = [
        section.title
        for section in _WHOLE
        if section.code not in left_out and any(_differs(section, one[0], one[2]) for one in editions.values())
    ]
    return {
        code: (
            *(_change(label, told[code], language) for label in labels),
            *(ParticularChange(*map(language.text, (title, AS_PRINTED, ANOTHER))) for title in whole),
        )
        for code, language in LANGUAGES.items()
    }


def _labels(left_out: set[str]) -> list[Message]:
    within = [label for section, labels in _WITHIN.items() if section not in left_out for label in labels]
    return [*_ALWAYS[:2], *within, *_ALWAYS[2:]]


def _differs(section: Section, was: Edition, now: Edition) -> bool:
    return section.build(was) != section.build(now)


def _change(label: Message, told: list[_Told], language: Language) -> ParticularChange:
    was, may, now = (one.get(label, NOT_SAID) for one in told)
    name = language.text(label)
    if was == now:
        return ParticularChange(name, language.text(AS_PRINTED), language.text(IN_ANOTHER))
    if may != was and may in (now, NOT_SAID):
        return ParticularChange(name, language.text(LESS), now)
    return ParticularChange(name, may, now)


def _edition(snapshot: Snapshot, language: Language) -> Edition:
    return Edition(snapshot, language, Texts(language.code, snapshot.brief.period, snapshot.brief.kind))


def _told(edition: Edition) -> _Told:
    """Everything but the toll, whose numbers are compared as numbers, while that it may rise is told here."""
    parts = (*filed.what_happened(edition), *filed.assessment(edition))
    rows = {title: lines for part in parts if isinstance(part, Facts) for title, lines in part.rows}
    incident = filed.of(edition).dossier.incident
    own = {
        TITLE: incident.title_ar if edition.language.rtl else incident.title_en,
        particulars.TOLL: edition.text(particulars.MAY_RISE) if incident.toll_open else "",
    }
    said = {label: " ".join(rows.get(edition.text(label), ())) for label in _labels(set())} | own
    return {label: text for label, text in said.items() if text}
