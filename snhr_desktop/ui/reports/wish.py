"""Which report is wanted: a period, a scope, an edition."""

from typing import NamedTuple

from snhr_desktop.i18n import Language
from snhr_desktop.reports.brief import Brief


class Wish(NamedTuple):
    """What a door to the page of reports may hand it. A blank scope is the period's own, a blank edition the last."""

    period: str
    scope: str = ""
    edition: str = ""

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the edition, in the order they are printed."""
        return self.brief.languages

    @property
    def brief(self) -> Brief:
        """The wish as it is gathered."""
        return Brief(self.period, self.scope, edition=self.edition)
