"""The sources of one incident: what each is, how it is graded, what it said; and the tolls they state, side by side."""

from collections.abc import Iterator

from snhr_desktop.domain.counting import tally
from snhr_desktop.domain.records import Source
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import N_, NC_
from snhr_desktop.reports.audience import RULES, may_appear
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Bullets, DataTable, Facts, Part, Prose, TableColumn
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections import filed, particulars
from snhr_desktop.reports.sections.incident_list import INJURED, KILLED

TITLE, TOLLS = N_("Sources and statements"), N_("Statements of the toll")
NONE = N_("No source is recorded.")
SOURCE = NC_("column", "Source")
CONSENT = N_("Consent: {consent}")
STATED_ON = N_("stated on {date}")
FIRST_HAND, SECOND_HAND = N_("saw it first-hand"), N_("did not see it first-hand")
ALONE, DEPENDENT = N_("independent of the other sources"), N_("not independent of the other sources")
HEARD = N_("heard it from {source}")
RELIABILITY = N_("reliability {grade} ({meaning})")
CREDIBILITY = N_("credibility {grade} ({meaning})")
BY_NETWORK = N_("Recorded by the network: civilians")
DIFFER = N_(
    "The statements of the toll are not the same. Each is kept as it was given; the toll of the record is what the "
    "network documented person by person or group by group."
)
AGREE = N_("The statements printed here give the same toll as the record.")
NOT_STATED = "–"


def sources(edition: Edition) -> tuple[Part, ...]:
    """Each source that may appear, with what is told of it; the others in a number."""
    dossier = filed.of(edition).dossier
    if not dossier.sources:
        return (Prose(edition.text(NONE)),)
    shown = _shown(edition)
    told = [(particulars.source_name(edition, one), tuple(_told(edition, one))) for one in shown]
    parts: list[Part] = []
    if any(lines for _, lines in told):
        parts.append(Facts(tuple(told)))
    elif told:
        parts.append(Bullets(tuple(name for name, _ in told)))
    if withheld := len(dossier.sources) - len(shown):
        parts.append(Prose(edition.language.plural(particulars.WITHHELD, withheld), "note"))
    return tuple(parts)


def tolls(edition: Edition) -> tuple[Part, ...]:
    """What each source states of the killed and injured, under what is recorded; nothing where none states it."""
    stating = [one for one in _shown(edition) if (one.stated_killed, one.stated_injured) != (None, None)]
    if not stating:
        return ()
    language, victims = edition.language, filed.of(edition).dossier.victims
    killed, injured = (sum(tally(victims, fate).values()) for fate in ("killed", "injured"))
    columns = (
        TableColumn(edition.text(SOURCE), share=3.0),
        *(TableColumn(edition.text(title), numeric=True, share=0.9) for title in (KILLED, INJURED)),
    )
    rows = [(particulars.source_name(edition, one), one.stated_killed, one.stated_injured) for one in stating]
    rows.insert(0, (edition.text(BY_NETWORK), killed, injured))
    told = tuple((name, *(NOT_STATED if n is None else language.number(n) for n in stated)) for name, *stated in rows)
    differ = any(dead not in (None, killed) or hurt not in (None, injured) for _, dead, hurt in rows)
    return (Prose(edition.text(DIFFER if differ else AGREE)), DataTable("", columns, told))


def _shown(edition: Edition) -> list[Source]:
    audience = edition.snapshot.brief.audience
    return [source for source in filed.of(edition).dossier.sources if may_appear(source, audience)]


def _told(edition: Edition, source: Source) -> Iterator[str]:
    """The lines beside a source: about it in a few words, what it said in the edition's language, where that stands."""
    if about := list(_about(edition, source)):
        yield particulars.listed(edition, about)
    own, other = source.statement_en, source.statement_ar
    if edition.language.rtl:
        own, other = other, own
    yield from (line for line in (own or other).splitlines() if line.strip())
    if source.link:
        yield edition.language.isolate(source.link)


def _about(edition: Edition, source: Source) -> Iterator[str]:
    language = edition.language
    if RULES[edition.snapshot.brief.audience].particulars:
        yield edition.text(CONSENT, consent=label("consent", source.consent, language))
    if source.first_hand in ("yes", "no"):
        yield edition.text(FIRST_HAND if source.first_hand == "yes" else SECOND_HAND)
    if source.independent in ("yes", "no"):
        yield edition.text(ALONE if source.independent == "yes" else DEPENDENT)
    if source.depends_on:
        yield edition.text(HEARD, source=source.depends_on)
    if source.stated_on:
        yield edition.text(STATED_ON, date=language.date(source.stated_on))
    for message, grading in ((RELIABILITY, "reliability"), (CREDIBILITY, "credibility")):
        if grade := getattr(source, grading):
            # the label begins with the grade itself, which would turn the words after it
            yield edition.text(message, grade=grade, meaning=label(grading, grade, language).partition(": ")[2])


SOURCES = Section("statements", TITLE, sources, level=2)
STATED = Section("stated_tolls", TOLLS, tolls, level=2)
