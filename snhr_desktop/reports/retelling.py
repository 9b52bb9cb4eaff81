"""How it is told that a section of an earlier report told otherwise of incidents."""

from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.reports.sections import detained, incident_list, late, massacres, months, parties, roll
from snhr_desktop.reports.snapshot import Retold

OTHERWISE = N_("{section}: told otherwise")
OTHERWISE_OF = N_("{section}: told otherwise of {references}")
AND_MORE = NP_("{shown} and {n} more incident", "{shown} and {n} more incidents")
_SHOWN, _IN_LISTS = 5, 40
_TITLES = {
    section.code: section.title
    for section in (
        months.SECTION, parties.SECTION, massacres.SECTION, late.SECTION, detained.SECTION,
        incident_list.SECTION, *roll.SECTIONS,
    )
}  # fmt: skip


def tell(one: Retold, language: Language) -> str:
    """List of incidents: told otherwise of IDL-2018-00001 and IDL-2018-00002."""
    section = language.text(_TITLES[one.section])
    if not one.references:
        return language.text(OTHERWISE, section=section)
    return language.text(OTHERWISE_OF, section=section, references=references(one.references, language, _IN_LISTS))


def references(found: tuple[str, ...], language: Language, most: int = _SHOWN) -> str:
    """The first references, and how many more there are."""
    shown, more = language.join([language.isolate(one) for one in found[:most]]), len(found) - most
    return language.plural(AND_MORE, more, shown=shown) if more > 0 else shown
