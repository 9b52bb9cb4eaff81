"""The details of each massacre: when, where, what, the toll, who, the sources, and the narrative."""

from snhr_desktop.domain.dates import say_when
from snhr_desktop.domain.records import Dossier
from snhr_desktop.i18n import ARABIC, ENGLISH, N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Facts, Heading, Part, Prose
from snhr_desktop.reports.section import NUMBERED, Section
from snhr_desktop.reports.sections import particulars
from snhr_desktop.reports.sections.incident_list import CODE, place_of

DATED = N_("{title}, {date}")
TITLE = N_("Details of the massacres")
NONE = N_("No massacre was documented in this period and scope.")
ORDER = N_("The massacres are told in the order of their dates. The code of each is that of the list of incidents.")
ARABIC_ONLY = N_("The narrative of this incident is available in Arabic only.")
ENGLISH_ONLY = N_("The narrative of this incident is available in English only.")


def build(edition: Edition) -> tuple[Part, ...]:
    """One passage for each massacre."""
    dossiers = edition.snapshot.massacres
    if not dossiers:
        return (Prose(edition.text(NONE)),)
    parts: list[Part] = [Prose(edition.text(ORDER))]
    for number, dossier in enumerate(dossiers, start=1):
        key = f"{edition.language.code}-massacre-{number}"
        parts += passage(edition, dossier, key)
    return tuple(parts)


def passage(edition: Edition, dossier: Dossier, key: str = "") -> tuple[Part, ...]:
    """What is told of one massacre."""
    return Heading(title(edition, dossier), 2, key), _facts(edition, dossier), *narrative(edition, dossier)


def title(edition: Edition, dossier: Dossier) -> str:
    """The title in the language of the edition, else the place: a title in the other language is not translated."""
    incident = dossier.incident
    own = incident.title_ar if edition.language.rtl else incident.title_en
    called = own or place_of(edition, incident.place.pcode) or incident.reference
    return edition.text(DATED, title=called, date=say_when(incident.date, edition.language))


def _facts(edition: Edition, dossier: Dossier) -> Facts:
    rows = (
        (CODE, (dossier.incident.reference,)),
        (particulars.WHEN, particulars.when(edition, dossier.incident)),
        (particulars.WHERE, particulars.where(edition, dossier.incident)),
        (particulars.WHAT, particulars.what(edition, dossier)),
        (particulars.TOLL, particulars.toll(edition, dossier)),
        (particulars.NAMES, particulars.names(edition, dossier)),
        (particulars.FACILITIES, particulars.facilities(edition, dossier)),
        (particulars.WHO, particulars.attribution(edition, dossier)),
        (particulars.SOURCES, particulars.sources(edition, dossier)),
    )
    return Facts(tuple((edition.text(label), lines) for label, lines in rows if lines))


def narrative(edition: Edition, dossier: Dossier) -> tuple[Prose, ...]:
    """The narrative in the edition's language, else in the other one, and said so."""
    texts = {ARABIC.code: dossier.incident.narrative_ar, ENGLISH.code: dossier.incident.narrative_en}
    own = texts.pop(edition.language.code)
    if own:
        return tuple(Prose(line) for line in own.splitlines() if line.strip())
    ((code, other),) = texts.items()
    if not other:
        return ()
    said = Prose(edition.text(ARABIC_ONLY if code == ARABIC.code else ENGLISH_ONLY), "note")
    return (said, *(Prose(line, language=code) for line in other.splitlines() if line.strip()))


SECTION = Section("massacres", TITLE, build, numbering=NUMBERED)
