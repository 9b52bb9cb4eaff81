"""Which report is wanted: a period, a scope, an edition."""

from typing import NamedTuple

from snhr_desktop.i18n import ARABIC, ENGLISH, NC_, Language

BOTH_CODE = "both"
EDITIONS = {
    ENGLISH.code: NC_("edition", "English"),
    ARABIC.code: NC_("edition", "Arabic"),
    BOTH_CODE: NC_("edition", "Both languages in one file"),
}
_LANGUAGES: dict[str, tuple[Language, ...]] = {
    ENGLISH.code: (ENGLISH,),
    ARABIC.code: (ARABIC,),
    BOTH_CODE: (ENGLISH, ARABIC),
}


class Wish(NamedTuple):
    """What a door to the page of reports may hand it. A blank scope is the period's own, a blank edition the last."""

    period: str
    scope: str = ""
    edition: str = ""

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the edition, in the order they are printed."""
        return _LANGUAGES[self.edition]
