"""What the palette says of each thing found, in the language spoken; names as they were written."""

from snhr_desktop.domain.headlines import DETAIL, in_language
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.store.finding import MOST_COUNTED
from snhr_desktop.ui.incidents.saying import say_code, say_in_figures
from snhr_desktop.workspace import FoundCase, FoundIncident, FoundPerson, FoundSource, Publication, Sought

UNTITLED = N_("Incident without a title")
AGED = NP_("{n} year old", "{n} years old")
RESTS_ON = NP_("{n} incident", "{n} incidents")
OR_MORE = N_("{number} incidents or more")
FATHER = N_("Father’s name")
REJECTED = "rejected"
_DOT = " · "


def joined(parts: list[str], language: Language) -> str:
    """Parts in a line, each in its own direction."""
    return _DOT.join(language.isolate(part) for part in parts if part)


def incident_title(found: FoundIncident, language: Language) -> str:
    """The title in the language spoken, or else in the other."""
    return in_language(found, "title", language) or language.text(UNTITLED)


def incident_note(found: FoundIncident, answer: Sought, places: Gazetteer, language: Language) -> str:
    """Reference and place, and where the words stand if the title does not say them: a text, or the other title."""
    told = [say_code(found.reference), _place(found, places, language)]
    if found.status == REJECTED:
        told.append(label("status", REJECTED, language))
    if excerpt := answer.excerpts.get(found.uid):
        told.append(language.text(DETAIL, label=language.text(excerpt.label), value=excerpt.text))
    elif answer.question and not answer.question.marks(incident_title(found, language)):
        told.append(found.title_en if language.rtl else found.title_ar)
    return joined(told, language)


def day(found: FoundIncident, language: Language) -> str:
    """The day of an incident, in figures."""
    return " ".join(say_in_figures(found.date, language)) if found.date else ""


def person_title(found: FoundPerson | FoundCase, language: Language) -> str:
    """The name in the script of the language spoken, then in the other."""
    names = [found.name_ar, found.name_en]
    return joined(names if language.rtl else names[::-1], language)


def person_note(found: FoundPerson, places: Gazetteer, language: Language) -> str:
    """What tells this person from others of the name."""
    told = [label("outcome", found.outcome, language, found.sex)]
    if found.age is not None:
        told.append(language.plural(AGED, found.age))
    if found.father_ar:
        told.append(language.text(DETAIL, label=language.text(FATHER), value=found.father_ar))
    told += [_place(found.incident, places, language), say_code(found.incident.reference)]
    return joined(told, language)


def case_note(found: FoundCase, language: Language) -> str:
    """The reference of a case, where it stands, and the father's name."""
    told = [say_code(found.reference), label("status", found.status, language)]
    if found.father_ar:
        told.append(language.text(DETAIL, label=language.text(FATHER), value=found.father_ar))
    return joined(told, language)


def source_note(found: FoundSource, language: Language) -> str:
    """How many incidents rest on a source; not counted to the end where there are very many."""
    if found.incidents >= MOST_COUNTED:
        return language.text(OR_MORE, number=language.number(found.incidents))
    return language.plural(RESTS_ON, found.incidents)


def report_title(found: Publication, language: Language) -> str:
    """The title of a published report."""
    return in_language(found, "title", language)


def _place(found: FoundIncident, places: Gazetteer, language: Language) -> str:
    place = places.get(found.place.pcode)
    return places.label(place, language.code) if place else found.place.pcode
