"""The period that figures are asked for: its bounds, its scope, the markers of its timeline and published figures."""

import datetime as dt
from dataclasses import dataclass

from snhr_desktop.domain.fields import choice, day, text, when
from snhr_desktop.domain.records.record import Record
from snhr_desktop.domain.values import When
from snhr_desktop.i18n import N_, Language


@dataclass(frozen=True, kw_only=True)
class Period(Record):
    """Bounds are inclusive. `area` is the p-code of the governorate counted, blank for the whole country."""

    type_name = "period"
    title = N_("Period")

    code: str = text(N_("Code"), 40, required=True)
    name_ar: str = text(N_("Name in Arabic"), 120, required=True, language="ar")
    name_en: str = text(N_("Name in English"), 120, required=True, language="en")
    first: dt.date | None = day(N_("First day"), required=True)
    last: dt.date | None = day(N_("Last day"), required=True)
    area: str = text(N_("Area"), 20, hint=N_("The governorate that is counted; blank for the whole country."))
    scope: str = choice(N_("Scope"), "scope", default="all", required=True)

    def name(self, language: Language) -> str:
        """The period's own name in a language."""
        return language.numerals(self.name_ar if language.code == "ar" else self.name_en)


@dataclass(frozen=True, kw_only=True)
class Marker(Record):
    """An event on the timeline of a period, dated as exactly as it is known."""

    type_name = "marker"
    parent = "period"
    title = N_("Event")

    when: When = when(N_("Date"), required=True)
    label_ar: str = text(N_("Event in Arabic"), 120, required=True, language="ar")
    label_en: str = text(N_("Event in English"), 120, required=True, language="en")

    def label(self, language: Language) -> str:
        """The event in a language."""
        return language.numerals(self.label_ar if language.code == "ar" else self.label_en)


@dataclass(frozen=True, kw_only=True)
class PublishedFigure(Record):
    """A figure as somebody published it: shown beside what the store computes, never added to it.

    `figure`, `breakdown` and `term` say which computed number it stands beside (breakdown and term may be blank).
    """

    type_name = "published_figure"
    parent = "period"
    title = N_("Published figure")

    figure: str = text(N_("Figure"), 60, required=True)
    breakdown: str = text(N_("Broken down by"), 40)
    term: str = text(N_("Term"), 40)
    value: str = text(N_("Value"), 20, required=True, hint=N_("The number as published."))
    scope: str = choice(N_("Attributed to"), "scope", default="alliance")
    published_on: dt.date | None = day(N_("Published on"))
    source: str = text(N_("Link or citation"), 300)


@dataclass(frozen=True)
class PeriodFile:
    """A period with the markers of its timeline and its published figures."""

    period: Period
    markers: tuple[Marker, ...] = ()
    published: tuple[PublishedFigure, ...] = ()
