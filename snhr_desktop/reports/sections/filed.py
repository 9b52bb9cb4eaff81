"""The dossier of one incident: what happened, the people, the sources, the narrative, the assessment."""

from snhr_desktop.domain.counting import COUNTED, killed_at_once, standing
from snhr_desktop.domain.dates import say_when
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import ARABIC, ENGLISH, N_, NC_, Message
from snhr_desktop.reports.audience import RULES
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.filed import Filed
from snhr_desktop.reports.parts import Facts, Heading, Masthead, Part, Prose
from snhr_desktop.reports.phrases import NETWORK, at_least
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections import massacres, particulars
from snhr_desktop.reports.sections.incident_list import CODE

COORDINATES = NC_("particular", "Coordinates (WGS84)")
FACILITY_MORE = {
    ("out_of_service", "yes"): N_("out of service"),
    ("hit_before", "yes"): N_("hit before"),
    ("military_presence", "present"): N_("military presence"),
    ("military_presence", "none"): N_("no military presence"),
}
NO_NARRATIVE = N_("No narrative has been written for publication.")
OTHER_TEXT = {ARABIC.code: N_("The Arabic text"), ENGLISH.code: N_("The English text")}
STATUS, CLASSIFIED = NC_("particular", "Status"), NC_("particular", "Classification")
MASSACRE, WHY = NC_("particular", "Massacre"), NC_("particular", "Reason for the decision")
LEARNED, HOW = NC_("particular", "Learned on"), NC_("particular", "How it was learned of")
NOTES, ORIGIN = NC_("particular", "Reviewer’s notes"), NC_("particular", "Imported from")
NOT_CLASSIFIED = N_("Not classified yet")
NOT_COUNTED = N_("This incident is counted in no figure: {standing}.")
IS_MASSACRE = N_("Counts as a massacre.")
NO_MASSACRE = N_("Does not count as a massacre.")
SET_APART = N_("Counted neither as a massacre nor in any other figure.")
COMPUTED = N_(
    "Computed: a massacre is an incident in which at least five civilians were killed at once. Here: {killed}."
)
NOBODY_AT_ONCE = N_(
    "Computed: a massacre is an incident in which at least five civilians were killed at once. Here nobody was."
)
DECIDED = N_("Decided by a reviewer, whatever the toll.")


def of(edition: Edition) -> Filed:
    """The incident of a dossier."""
    filed = edition.snapshot.filed
    assert filed is not None  # gathering gives one to every report of this kind
    return filed


def masthead(edition: Edition) -> Masthead:
    """The title of the incident in the language of the edition, its day, and whether it is counted nowhere.

    That is said here, since every section can be left out of a report.
    """
    incident = of(edition).dossier.incident
    own = incident.title_ar if edition.language.rtl else incident.title_en
    lines = (own, say_when(incident.date, edition.language), _not_counted(edition))
    return Masthead(edition.text(NETWORK), edition.title, tuple(line for line in lines if line))


def what_happened(edition: Edition) -> tuple[Part, ...]:
    """When, where, what, the toll, who is held responsible, and what was hit."""
    dossier = of(edition).dossier
    incident, language = dossier.incident, edition.language
    point = incident.place
    said = () if point.lat is None else (language.isolate(f"{point.lat:.5f}, {point.lon:.5f}"),)
    rows: tuple[tuple[Message, tuple[str, ...]], ...] = (
        (CODE, (incident.reference,)),
        (particulars.WHEN, particulars.when(edition, incident)),
        (particulars.WHERE, particulars.where(edition, incident)),
        (COORDINATES, said),
        (particulars.WHAT, particulars.what(edition, dossier)),
        (particulars.TOLL, particulars.toll(edition, dossier)),
        (particulars.FACILITIES, _facilities(edition)),
        (particulars.WHO, particulars.attribution(edition, dossier)),
    )
    return (facts(edition, rows),)


def narrative(edition: Edition) -> tuple[Part, ...]:
    """The text of the edition's language; for the office the other language's own text as well."""
    incident = of(edition).dossier.incident
    texts = {ARABIC.code: incident.narrative_ar, ENGLISH.code: incident.narrative_en}
    if not any(texts.values()):
        return (Prose(edition.text(NO_NARRATIVE)),)
    found: list[Part] = list(massacres.narrative(edition, of(edition).dossier))
    own = texts.pop(edition.language.code)
    ((code, other),) = texts.items()
    if own and other and RULES[edition.snapshot.brief.audience].notes:
        found.append(Heading(edition.text(OTHER_TEXT[code]), 3))
        found += [Prose(line, language=code) for line in other.splitlines() if line.strip()]
    return tuple(found)


def assessment(edition: Edition) -> tuple[Part, ...]:
    """Status, classification, whether it is a massacre and by whose decision; what the office wrote for itself."""
    incident, language = of(edition).dossier.incident, edition.language
    learned = (language.date(incident.learned_on),) if incident.learned_on else ()
    rows: tuple[tuple[Message, tuple[str, ...]], ...] = (
        (STATUS, (label("status", incident.status, language),)),
        (CLASSIFIED, (_classified(edition),)),
        (MASSACRE, _massacre(edition)),
        (WHY, _lines(edition, incident.massacre_reason)),
        (LEARNED, learned),
        (HOW, _lines(edition, incident.learned_how)),
        (NOTES, _lines(edition, incident.review_notes)),
        (ORIGIN, _lines(edition, incident.origin)),
    )
    return (facts(edition, rows),)


def facts(edition: Edition, rows: tuple[tuple[Message, tuple[str, ...]], ...]) -> Facts:
    """Labels with what is beside them; those with nothing are left out."""
    return Facts(tuple((edition.text(title), lines) for title, lines in rows if lines))


def _not_counted(edition: Edition) -> str:
    incident = of(edition).dossier.incident
    if standing(incident) == COUNTED:
        return ""
    said = [label("status", incident.status, edition.language), _classified(edition)]
    return edition.text(NOT_COUNTED, standing=particulars.listed(edition, said))


def _classified(edition: Edition) -> str:
    code = of(edition).dossier.incident.classification
    return label("classification", code, edition.language) if code else edition.text(NOT_CLASSIFIED)


def _massacre(edition: Edition) -> tuple[str, ...]:
    filed = of(edition)
    if standing(filed.dossier.incident) != COUNTED:
        return (edition.text(SET_APART),)
    verdict = edition.text(IS_MASSACRE if filed.massacre else NO_MASSACRE)
    if filed.dossier.incident.massacre_override:
        return (verdict, edition.text(DECIDED))
    killed = killed_at_once(filed.dossier.victims)
    if not killed:
        return (verdict, edition.text(NOBODY_AT_ONCE))
    said = at_least("civilians_killed", killed, edition.language)
    return (verdict, edition.text(COMPUTED, killed=said))


def _facilities(edition: Edition) -> tuple[str, ...]:
    lines: list[str] = []
    for facility in of(edition).dossier.facilities:
        said = [particulars.facility_hit(edition, facility)]
        said += [
            edition.text(title) for (name, code), title in FACILITY_MORE.items() if getattr(facility, name) == code
        ]
        lines.append(particulars.listed(edition, said))
        lines += _lines(edition, facility.notes)
    return tuple(lines)


def _lines(edition: Edition, text: str) -> tuple[str, ...]:
    """What the office wrote, in whichever language, line by line."""
    return tuple(edition.language.isolate(line) for line in text.splitlines() if line.strip())


WHAT_HAPPENED = Section("particulars", N_("What happened"), what_happened, level=2)
NARRATIVE = Section("narrative", N_("Narrative"), narrative, level=2)
ASSESSMENT = Section("assessment", N_("Assessment"), assessment, level=2)
