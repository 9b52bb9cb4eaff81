"""The custody certificate of a file: what is handed out beside it, so that whoever has it can check that it is whole.

It tells the file's hash, when it was taken in, every act on it since, and the head of the history that all this is
chained in. Outside the office it tells day, action and hash alone, as the custody of a record does.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from snhr_desktop.i18n import N_, NC_, NP_, Language, Message, bare, piece
from snhr_desktop.reports.audience import RULES
from snhr_desktop.reports.cover import name_of
from snhr_desktop.reports.file.about import BOTH_TITLES, About
from snhr_desktop.reports.foot import Furniture
from snhr_desktop.reports.imprint import imprint, lines
from snhr_desktop.reports.leaflet import Leaf, leaflet
from snhr_desktop.reports.parts import Bullets, DataTable, Facts, Heading, Masthead, Part, Prose, TableColumn
from snhr_desktop.reports.phrases import NETWORK
from snhr_desktop.reports.sections.custody import ACTION, ACTOR, HASH, NOTHING
from snhr_desktop.reports.text import Missing
from snhr_desktop.store.anchoring import MARK, Anchor

TITLE = N_("Custody certificate of a file")
OF_FILE = N_("File {number} of the office {office}, kept with {incident}")
OF_FILE_ALONE = N_("File {number} of the office {office}; no saved record holds it yet")
WHAT_IT_IS = N_(
    "This certificate goes with one file that was handed out on {date}. It tells what the file was when it was taken "
    "in, and every act on it since. The file itself is what its fingerprint says: a file with another fingerprint is "
    "another file, whatever it is called."
)
FINGERPRINT = N_("Fingerprint (SHA-256)")
NAME, KIND = NC_("custody", "Name at intake"), NC_("custody", "Kind of file")
TAKEN_IN = NC_("custody", "Date of intake")
BYTES = NP_("{n} byte", "{n} bytes")
OF_TYPE = N_("{kind} ({type})")
BY = N_("{moment}, by {actor}")
COPY_OF, MADE_BY = NC_("custody", "Copy made of"), NC_("custody", "What was done")
A_COPY = N_(
    "This is a copy that was made of another file and changed. The file it was made of is kept as it was taken in; its "
    "fingerprint stands here."
)
OF_WITHDRAWN = N_(
    "The file it was made of has been withdrawn and is not to be used; of this copy the withdrawal was taken back."
)
AN_ORIGINAL = N_("This is the file as it was taken in: nothing in it was changed.")
WHAT_WAS_DONE, WHEN = N_("What was done with the file"), NC_("custody", "When (UTC)")
DAY = NC_("custody", "Day")
ABOUT_IT = NC_("custody", "To whom, what for")
TO, FOR_WHAT = NC_("custody", "To"), NC_("custody", "For what")
CHECK = N_("How to check it")
CHECKS = (
    N_("Compute the fingerprint: {unix} or, on Windows, {windows}"),
    N_("Compare it with the one above, group by group: where all is the same, so is every bit."),
)
NOT_SAID = N_(
    "The certificate does not say that what the file shows is true, nor what became of the file before it was taken in."
)
WHO = NC_("custody", "Name")
SIGNATURE, DATE = NC_("custody", "Signature"), NC_("custody", "Date")
HANDED_OVER, RECEIVED = NC_("custody", "Handed over"), NC_("custody", "Received")
_ROOM_TO_SIGN = "\n\u00a0"


@dataclass(frozen=True)
class Act:
    """One act on the file: when (UTC, ISO 8601), by whom, what, what was said of it, and the hash it is chained by."""

    at: str
    actor: str
    action: Message
    note: str
    chain_sha256: str


@dataclass(frozen=True)
class Certified:
    """What a certificate is made of.

    `kept_with` are the references of the records that hold it, none for a file of an entry that was never saved.
    `told` are particulars of the record, by label, for the office alone. `original` is the fingerprint of the file that
    this is a copy of, blank for an original, and `changes` what was done to the copy; `of_withdrawn` says that the
    original is withdrawn. `anchor` is where the history stood when the file was handed out (`handed_at`, UTC) to
    `recipient` for `purpose`.
    """

    number: str
    kept_with: tuple[str, ...]
    office: str
    name: str
    kind: Message
    media_type: str
    size: int
    sha256: str
    taken_at: str
    taken_by: str
    acts: tuple[Act, ...]
    anchor: Anchor
    handed_at: str
    recipient: str
    purpose: str
    audience: str
    training: bool = False
    told: tuple[tuple[Message, Callable[[Language], str]], ...] = ()
    original: str = ""
    changes: tuple[Message, ...] = ()
    of_withdrawn: bool = False

    @property
    def inside(self) -> bool:
        """Whether it is for the office, which may read who did what, and why."""
        return RULES[self.audience].notes


def certificate(of: Certified, languages: Sequence[Language]) -> tuple[bytes, tuple[Missing, ...]]:
    """The file, and the characters that no font could print. The same values give the same bytes."""
    leaves = []
    for language in languages:
        title = language.text(TITLE)
        foot = Furniture(of.number, title, language, of.training, of.anchor.mark, of.audience)
        leaves.append(Leaf(language, title, tuple(parts(of, language)), foot))
    return leaflet(leaves, _about(of, languages))


def parts(of: Certified, language: Language) -> Iterator[Part]:
    """What stands in it, in one language; last the one list that may grow long."""
    text, key = language.text, language.code
    yield Masthead(text(NETWORK), text(TITLE), (_whose(of, language),))
    what = [text(WHAT_IT_IS, date=language.date(_day(of.handed_at))), text(A_COPY if of.original else AN_ORIGINAL)]
    if of.of_withdrawn:
        what.append(text(OF_WITHDRAWN))
    yield Prose(" ".join(what))
    told = (*_facts(of, language), *_handed(of))
    yield Facts(tuple((text(label), said) for label, said in told if any(said)))
    yield _to_sign(language)
    yield Heading(text(CHECK), 3, f"{key}-check")
    commands = {"unix": "sha256sum FILE", "windows": "certutil -hashfile FILE SHA256"}
    yield Bullets((text(CHECKS[0], **commands), text(CHECKS[1]), text(NOT_SAID)))
    stood = of.anchor if of.inside else replace(of.anchor, at=of.anchor.at[:10])
    yield from imprint(stood, language, titled=False)
    yield Heading(text(WHAT_WAS_DONE), 3, f"{key}-acts")
    yield _acts(of, language)


def _whose(of: Certified, language: Language) -> str:
    said = {"number": of.number, "office": of.office}
    if not of.kept_with:
        return language.text(OF_FILE_ALONE, **said)
    return language.text(OF_FILE, **said, incident=language.join([language.isolate(one) for one in of.kept_with]))


def _handed(of: Certified) -> Iterator[tuple[Message, tuple[str, ...]]]:
    yield TO, (of.recipient,)
    yield FOR_WHAT, (of.purpose,)


def _facts(of: Certified, language: Language) -> Iterator[tuple[Message, tuple[str, ...]]]:
    text = language.text
    yield FINGERPRINT, lines(of.sha256)
    if of.inside:
        yield NAME, (language.isolate(of.name),)
    kind = text(OF_TYPE, kind=text(of.kind), type=of.media_type)
    yield KIND, (" · ".join((kind, language.plural(BYTES, of.size))),)
    day, *hour = _when(of.taken_at, of, language)
    taken = " ".join((day, *hour, *(("UTC",) if hour else ())))
    yield TAKEN_IN, (text(BY, moment=taken, actor=of.taken_by) if of.inside and of.taken_by else taken,)
    if of.original:
        yield COPY_OF, lines(of.original)
        yield MADE_BY, tuple(text(change) for change in of.changes)
    if of.inside:
        yield from ((label, (say(language),)) for label, say in of.told)


def _acts(of: Certified, language: Language) -> DataTable:
    text = language.text
    shares: dict[Message, float] = {WHEN if of.inside else DAY: 2.0, ACTION: 1.6}
    shares |= {ACTOR: 1.0, ABOUT_IT: 2.4} if of.inside else {}
    columns = tuple(TableColumn(text(title), share=share) for title, share in {**shares, HASH: 1.3}.items())
    rows = tuple(
        (
            piece(" ".join(_when(act.at, of, language))),
            text(act.action),
            *((language.isolate(one or NOTHING) for one in (act.actor, act.note)) if of.inside else ()),
            language.isolate(act.chain_sha256[:MARK]),
        )
        for act in of.acts
    )
    return DataTable("", columns, rows)


def _to_sign(language: Language) -> DataTable:
    text = language.text
    columns = tuple(
        TableColumn(text(title) if title else "", share=share)
        for title, share in ((None, 1.0), (WHO, 2.0), (SIGNATURE, 2.0), (DATE, 1.0))
    )
    rows = tuple((text(said) + _ROOM_TO_SIGN, "", "", "") for said in (HANDED_OVER, RECEIVED))
    return DataTable("", columns, rows)


def _when(at: str, of: Certified, language: Language) -> tuple[str, ...]:
    """The day; for the office the hour of UTC too, where it is known."""
    hour = at[11:16] if of.inside else ""
    return (language.short_date(_day(at)), language.digits(hour)) if hour else (language.short_date(_day(at)),)


def _day(at: str) -> dt.date:
    return dt.date.fromisoformat(at[:10])


def _about(of: Certified, languages: Sequence[Language]) -> About:
    titles = {language.code: bare(language.text(TITLE)) for language in languages}
    first, last = (titles[one.code] for one in (languages[0], languages[-1]))
    subjects = {one.code: bare(_whose(of, one)) for one in languages}
    return About(
        code=of.number,
        title=first if len(languages) == 1 else bare(languages[0].text(BOTH_TITLES, title=first, other=last)),
        titles=titles,
        author=name_of(languages[0]),
        spans=subjects,
        languages=tuple(titles),
        day=_day(of.handed_at),
    )
