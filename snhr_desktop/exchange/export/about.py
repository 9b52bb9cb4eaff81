"""What a workbook or a folder of tables says of itself: of when and for whom it is, and where the history stood."""

from collections.abc import Mapping
from typing import Any

from snhr_desktop.domain.records import Period
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.exchange.export.asked import Outlook
from snhr_desktop.exchange.export.material import Material
from snhr_desktop.figures.table import HISTORY
from snhr_desktop.i18n import N_, Language, Message, bare
from snhr_desktop.reports.phrases import TRAINING

PERIOD, SCOPE, AUDIENCE, MADE = N_("Period"), N_("Scope"), N_("Audience"), N_("Made on")
RECORDS_HERE, PROGRAM = N_("Records"), N_("Program")
EXPORT_TITLE = N_("Records of incidents, victims and cases")
EVERYTHING = N_("no bound")


def about(
    material: Material, period: Period, made: Mapping[str, Any], language: Language, scope: str = ""
) -> list[tuple[Message, str]]:
    """What each line is called, and what it says; `scope` where its totals count for one."""
    asked = material.asked
    bounds = [bare(language.date(day)) for day in (period.first, period.last) if day]
    return [
        (PERIOD, " – ".join([period.name(language), *bounds]) if asked.period else language.text(EVERYTHING)),
        *([(SCOPE, label("scope", scope, language))] if scope else []),
        (AUDIENCE, label("audience", asked.audience, language)),
        (RECORDS_HERE, bare(outlook(material).counts(language))),
        (MADE, str(made["at"])[:10]),
        (PROGRAM, str(made["program"])),
        *((said, str(made["history"][name])) for name, said in HISTORY.items()),
    ]


def said(material: Material, period: Period, made: Mapping[str, Any], language: Language) -> list[tuple[str, str]]:
    """The same as rows of two cells: what it is, whether its records are made up, and what has to be known of it."""
    say = language.text
    title = (say(EXPORT_TITLE), say(TRAINING) if made["training"] else "")
    lines = [(say(name), told) for name, told in about(material, period, made, language)]
    return [title, *lines, *(("", say(one)) for one in outlook(material).warnings())]


def outlook(material: Material) -> Outlook:
    """What was told before it was written, which stands in it."""
    return Outlook(material.asked, len(material.out.incidents), len(material.out.cases))
