"""The kinds of report: what each is called, its letter in report codes, and what a person has to choose for it.

What stands in each is `reports.contents`. To add a kind: a line here, its sections there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from snhr_desktop.i18n import NC_, Message

THEMATIC, MONTHLY, BULLETIN = "thematic", "monthly", "bulletin"
DOSSIER, VICTIMS = "dossier", "victims"
MONTH, INCIDENT = "month", "incident"


@dataclass(frozen=True)
class Kind:
    """One kind of report.

    `letter` begins its codes. `texts` names its standing texts in order. `of` says what it is about beside a period:
    `month`, `incident`, or nothing more. A `bare` report has a head above its text, no cover and no contents.
    """

    code: str
    title: Message
    letter: str = "R"
    texts: tuple[str, ...] = ()
    of: str = ""
    bare: bool = False


KINDS: Mapping[str, Kind] = {
    kind.code: kind
    for kind in (
        Kind(
            THEMATIC,
            NC_("report", "Thematic report"),
            texts=("title", "about", "introduction", "context", "legal", "recommendations", "method"),
        ),
        Kind(
            MONTHLY,
            NC_("report", "Monthly report"),
            letter="M",
            texts=("title", "introduction", "legal", "recommendations", "method"),
            of=MONTH,
        ),
        Kind(BULLETIN, NC_("report", "Short bulletin"), texts=("title", "method"), bare=True),
        Kind(DOSSIER, NC_("report", "Incident dossier"), texts=("title",), of=INCIDENT, bare=True),
        Kind(VICTIMS, NC_("report", "List of victims"), texts=("title",), bare=True),
    )
}
NAMES = tuple(dict.fromkeys(name for kind in KINDS.values() for name in kind.texts))
"""The standing texts of all kinds."""
