"""Publishing without a window: publish a report, list what was published, look up a code that stands on a page."""

import argparse
import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

from snhr_desktop.cli.commands import SEALED, WRITTEN, brief_of, open_store
from snhr_desktop.cli.listing import listed
from snhr_desktop.cli.misuse import told
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.errors import UnknownCode
from snhr_desktop.figures import FIGURES
from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.reports.kind import KINDS
from snhr_desktop.workspace import Publication, Rebuilt, Workspace

PUBLISHED = N_("Published as {code}.")
LISTED = N_("{code}  {date}  {kind}: {title} ({span})")
NONE_YET = N_("Nothing was published from this store yet.")
SAME = N_("Built again from what was kept: the file is the same, byte by byte.")
ANOTHER = N_("Not built again, since these are others now: {what}. The kept file is sound.")
ON = N_("Published on {date} by {actor}. Scope: {scope}.")
FILE = N_("SHA-256 of the file: {hash}")
CHAIN = N_("Head of the history then: {hash}")
READ_AT = N_("{code}  {date}  read at revision {revision}")
IN_FIGURE = N_("    {figure}: {number}")
IN_NONE = N_("{code} is in no published report.")
RECORDS_CHANGED = NP_("{n} incident was saved since.", "{n} incidents were saved since.")
NOT_A_CODE = N_("a published report or an incident")


def publish(options: argparse.Namespace, language: Language) -> int:
    """Publish a report and write its file; a seal is on what is written, and not on what the store keeps."""
    from snhr_desktop.cli.secrets_given import seal_of
    from snhr_desktop.reports.file.seal import sealed
    from snhr_desktop.reports.render import write
    from snhr_desktop.reports.unprintable import say_unprintable

    seal = seal_of(options)
    with open_store(options, language) as workspace:
        made = workspace.publish(brief_of(options, language), reason=options.reason, archive=options.archive)
    if made.missing:
        print(say_unprintable(made.missing, language), file=sys.stderr)
    print(language.text(PUBLISHED, code=made.publication.code))
    write(sealed(made.file, seal) if seal else made.file, options.output)
    print(language.text(SEALED if seal and seal.password else WRITTEN, name=options.output.name))
    return 0


def published(options: argparse.Namespace, language: Language) -> int:
    """List what was published, or tell of one code."""
    if options.addendum and not options.output:
        print(told("the following arguments are required: -o", language), file=sys.stderr)
        return 2
    with open_store(options, language, read_only=True) as workspace:
        lines = tuple(_answered(workspace, options, language))
    for line in lines:
        print(line)
    return 0


def _answered(workspace: Workspace, options: argparse.Namespace, language: Language) -> Iterator[str]:
    if not options.code:
        found = workspace.publications()
        yield listed(found, _line, NONE_YET, language)
        return
    resolved = workspace.resolve(options.code)
    if resolved is None:
        known = tuple(one.code for one in workspace.publications()[:10])
        raise UnknownCode(code=options.code, kind=NOT_A_CODE, known=known or "–")
    if resolved.is_report:
        yield from _of_report(workspace, resolved.code, options, language)
    else:
        yield from _of_incident(workspace, resolved.code, resolved.uid, language)


def _of_report(workspace: Workspace, code: str, options: argparse.Namespace, language: Language) -> Iterator[str]:
    if options.changes:
        yield from _changes(workspace, code, language)
        return
    if options.addendum:
        file = workspace.addendum(code)
    elif options.rebuild:
        again = workspace.rebuild(code)
        yield _rebuilt(again, language)
        file = again.file
    else:
        publication, file = workspace.publication(code), workspace.published_file(code)
        yield from _particulars(publication, language)
    if options.output:
        yield _written(file, options.output, language)


def _of_incident(workspace: Workspace, code: str, uid: str, language: Language) -> Iterator[str]:
    found = workspace.published_in(uid)
    if not found:
        yield language.text(IN_NONE, code=code)
    for one in found:
        date, revision = _day(one.publication, language), language.number(one.revision)
        yield language.text(READ_AT, code=one.publication.code, date=date, revision=revision)
        for figure, number in one.figures.items():
            title = language.text(FIGURES[figure].title)
            yield language.text(IN_FIGURE, figure=title, number=language.number(number))


def _changes(workspace: Workspace, code: str, language: Language) -> Iterator[str]:
    since = workspace.changes_since(code)
    yield from since.tell(language)
    if since.records:
        yield language.plural(RECORDS_CHANGED, len(since.records))


def _particulars(publication: Publication, language: Language) -> Iterator[str]:
    yield _line(publication, language)
    scope = label("scope", publication.scope, language)
    yield language.text(ON, date=_day(publication, language), actor=publication.actor or "–", scope=scope)
    yield language.text(FILE, hash=publication.file_sha256)
    yield language.text(CHAIN, hash=publication.chain_head)


def _rebuilt(again: Rebuilt, language: Language) -> str:
    if again.differing:
        return language.text(ANOTHER, what=language.join([language.text(name) for name in again.differing]))
    return language.text(SAME)


def _written(file: bytes, out: Path, language: Language) -> str:
    from snhr_desktop.reports.render import write

    write(file, out)
    return language.text(WRITTEN, name=out.name)


def _line(publication: Publication, language: Language) -> str:
    title = publication.title_ar if language.rtl else publication.title_en
    kind = language.text(KINDS[publication.kind].title)
    span = f"{publication.first} – {publication.last}"
    return language.text(
        LISTED, code=publication.code, date=_day(publication, language), kind=kind, title=title, span=span
    )


def _day(publication: Publication, language: Language) -> str:
    return language.date(dt.datetime.fromisoformat(publication.published_at).astimezone().date())
