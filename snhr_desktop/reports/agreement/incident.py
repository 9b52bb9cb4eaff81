"""What is told of one incident, label by label: the details of a massacre, the particulars of a dossier."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from snhr_desktop.domain.counting import COUNTED, DEATHS, killed_at_once, standing, tally
from snhr_desktop.domain.dates import say_when
from snhr_desktop.domain.records import Dossier, Incident, Source, Victim
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import N_, Message, bare
from snhr_desktop.reports.agreement.claims import claims
from snhr_desktop.reports.agreement.disagreement import Disagreement
from snhr_desktop.reports.agreement.numbers import SPELLED, told
from snhr_desktop.reports.audience import may_appear, may_be_named
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import Bullets, Facts, Heading, Masthead, Part
from snhr_desktop.reports.sections import filed, particulars
from snhr_desktop.reports.sections.incident_list import place_of

TITLE = N_("the title of an incident says another number than its toll")
TOLL = N_("the toll printed of a massacre is not that of its victims")
DATE = N_("an incident stands under another date than its own")
TOLD = N_("what is told of an incident is not what its record says")

Rows = Mapping[str, tuple[str, ...]]


def disagreements(manuscript: Manuscript) -> Iterator[Disagreement]:
    """Everything told of single incidents that their records do not say."""
    edition, sections = manuscript.edition, manuscript.sections()
    told_of = {dossier.incident.reference: dossier for dossier in edition.snapshot.massacres}
    yield from _details(edition, sections.get("massacres", ()), told_of)
    if given := edition.snapshot.filed:
        dossier = given.dossier
        yield from _details(edition, sections.get("particulars", ()), {dossier.incident.reference: dossier})
        yield from _assessed(edition, dossier, sections.get("assessment", ()))
        yield from _sources(edition, dossier, sections)
        date = bare(say_when(dossier.incident.date, edition.language))
        head = next((part for part in manuscript.parts if isinstance(part, Masthead)), None)
        if head and date not in map(bare, head.lines):
            yield Disagreement(DATE, bare(head.title), "", date)


def _details(edition: Edition, parts: tuple[Part, ...], dossiers: Mapping[str, Dossier]) -> Iterator[Disagreement]:
    """Each passage is found by the code in its first row."""
    title = ""
    for part in parts:
        if isinstance(part, Heading):
            title = bare(part.text)
        elif isinstance(part, Facts):
            dossier = dossiers.get(part.rows[0][1][0])
            if dossier is None:
                yield Disagreement(TOLL, title)
            else:
                yield from _title(edition, dossier, title)
                yield from _rows(edition, dossier, title or dossier.incident.reference, dict(part.rows))


def _title(edition: Edition, dossier: Dossier, title: str) -> Iterator[Disagreement]:
    tolls = _tolls(dossier)
    allowed = {code: {toll[code] for toll in tolls} for code in ("men", "women", "children")}
    allowed["civilians_killed"] = {sum(toll.values()) for toll in tolls}
    for code, number in claims(title, edition.language, spelled=True):
        if number not in allowed.get(code, {number}):
            yield Disagreement(TITLE, title, f"{number:,}", _said(allowed[code]))
    date = bare(say_when(dossier.incident.date, edition.language))
    if title and not title.endswith(date):
        yield Disagreement(DATE, title, "", date)


def _tolls(dossier: Dossier) -> list[Counter[str]]:
    """By class: the killed, the injured and both, civilians and whoever was harmed with them. A title tells of any."""
    killed, armed_killed, injured, armed_injured = (
        Counter(tally(dossier.victims, *of)) for of in product(("killed", "injured"), ("civilian", "armed"))
    )
    all_killed, all_injured = killed + armed_killed, injured + armed_injured
    return [
        killed,
        injured,
        killed + injured,
        armed_killed,
        armed_injured,
        all_killed,
        all_injured,
        all_killed + all_injured,
    ]


def _rows(edition: Edition, dossier: Dossier, title: str, rows: Rows) -> Iterator[Disagreement]:
    def printed(message: Message) -> tuple[str, ...]:
        return rows.get(edition.text(message), ())

    least, names = SPELLED if edition.language.rtl else 1, _names_with_digits(edition, dossier)
    for message, numbers in _numbers(edition, dossier).items():
        wanted = Counter(float(number) for number in numbers if number >= least)
        found = told(printed(message), names, least)
        if found != wanted:
            what = TOLL if message == particulars.TOLL else TOLD
            yield Disagreement(what, title, _said(found.elements()), _said(wanted.elements()))
    if not edition.snapshot.filed and len(lines := printed(particulars.SOURCES)) != _lines_of_sources(edition, dossier):
        yield Disagreement(TOLD, title, " · ".join(lines))
    for message, words in _words(edition, dossier).items():
        text = bare(" ".join(printed(message)))
        yield from (Disagreement(TOLD, title, text, word) for word in words if bare(word) not in text)


def _numbers(edition: Edition, dossier: Dossier) -> Mapping[Message, Iterable[int]]:
    """The numbers beside a label; of a dossier the people and the sources stand in tables of their own."""
    told_of: dict[Message, Iterable[int]] = {
        particulars.TOLL: _toll(dossier),
        particulars.WHAT: [n for use in dossier.weapons for n in (use.attacks, use.munitions) if n is not None],
    }
    if edition.snapshot.filed:
        return told_of
    shown = _shown(edition, dossier)
    stated = [one.stated_killed for one in shown if one.stated_killed is not None]
    return told_of | {
        particulars.NAMES: [one.age for one in _named(edition, dossier) if one.age is not None],
        particulars.SOURCES: [*stated, len(dossier.sources) - len(shown)],
    }


def _names_with_digits(edition: Edition, dossier: Dossier) -> tuple[str, ...]:
    """Names and labels that hold digits of their own: a witness “W1”, a rocket of 122 mm."""
    names = [label("weapon", use.weapon, edition.language) for use in dossier.weapons]
    for source in dossier.sources:
        # in quotation marks: a witness “12” may state 12 killed
        names += [f"“{source.pseudonym}”", f"«{source.pseudonym}»", source.publisher_ar, source.publisher_en]
    for victim in dossier.victims:
        names += [victim.name_ar, victim.name_en]
    return tuple(sorted({bare(name) for name in names if any(map(str.isdigit, name))}, key=len, reverse=True))


def _toll(dossier: Dossier) -> tuple[int, ...]:
    """The number killed, that of each class, and the number injured."""
    killed, injured = tally(dossier.victims, "killed"), sum(tally(dossier.victims, "injured").values())
    # of people of whom nothing is known no class is named
    classes = () if set(killed) == {"not_known"} else tuple(killed.values())
    return (sum(killed.values()), *classes, injured)


def _named(edition: Edition, dossier: Dossier) -> list[Victim]:
    """The civilians killed whose names may be read."""
    dead = (one for one in dossier.victims if one.outcome in DEATHS and one.civil_status == "civilian")
    audience = edition.snapshot.brief.audience
    return [one for one in dead if may_be_named(one, audience) and (one.name_ar or one.name_en)]


def _shown(edition: Edition, dossier: Dossier) -> list[Source]:
    """The sources that may appear."""
    return [source for source in dossier.sources if may_appear(source, edition.snapshot.brief.audience)]


def _lines_of_sources(edition: Edition, dossier: Dossier) -> int:
    """A line for each that may appear, and one that counts the others."""
    shown = len(_shown(edition, dossier))
    return shown + (shown < len(dossier.sources))


def _words(edition: Edition, dossier: Dossier) -> Mapping[Message, tuple[str, ...]]:
    """Words that have to stand beside a label."""
    incident, language = dossier.incident, edition.language
    place = (place_of(edition, incident.place.pcode),) if incident.place.pcode else ()
    parties = {a.party for a in dossier.attributions if a.party not in ("", "unidentified") and a.mode}
    return {
        particulars.WHEN: (say_when(incident.date, language),),
        particulars.WHERE: place,
        particulars.WHAT: tuple(label("violation", kind, language) for kind in incident.kinds),
        particulars.FACILITIES: tuple(label("facility_type", one.type, language) for one in dossier.facilities),
        particulars.WHO: tuple(label("party", party, language) for party in sorted(parties))
        or (edition.text(particulars.UNATTRIBUTED),),
    }


def _assessed(edition: Edition, dossier: Dossier, parts: tuple[Part, ...]) -> Iterator[Disagreement]:
    incident = dossier.incident
    classified = label("classification", incident.classification, edition.language) if incident.classification else ""
    wanted = {
        filed.STATUS: label("status", incident.status, edition.language),
        filed.CLASSIFIED: classified or edition.text(filed.NOT_CLASSIFIED),
        filed.MASSACRE: edition.text(_verdict(edition, incident)),
    }
    for part in parts:
        rows = dict(part.rows) if isinstance(part, Facts) else {}
        for message, words in wanted.items():
            text = bare(" ".join(rows.get(edition.text(message), ())))
            if bare(words) not in text:
                yield Disagreement(TOLD, edition.text(message), text, words)
        killed = {float(killed_at_once(dossier.victims))} if not incident.massacre_override else set()
        for number in set(told(rows.get(edition.text(filed.MASSACRE), ()))) - killed:
            yield Disagreement(TOLD, edition.text(filed.MASSACRE), f"{number:g}", _said(killed))


def _verdict(edition: Edition, incident: Incident) -> Message:
    if standing(incident) != COUNTED:
        return filed.SET_APART
    given = edition.snapshot.filed
    return filed.IS_MASSACRE if given and given.massacre else filed.NO_MASSACRE


def _sources(edition: Edition, dossier: Dossier, sections: Mapping[str, tuple[Part, ...]]) -> Iterator[Disagreement]:
    """As many sources as may appear."""
    shown = len(_shown(edition, dossier))
    for part in sections.get("statements", ()):
        told_of = part.rows if isinstance(part, Facts) else part.items if isinstance(part, Bullets) else ()
        if told_of and len(told_of) != shown:
            yield Disagreement(TOLD, edition.text(particulars.SOURCES), str(len(told_of)), str(shown))


def _said(numbers: Iterable[float]) -> str:
    return " · ".join(f"{number:g}" for number in sorted(numbers))
