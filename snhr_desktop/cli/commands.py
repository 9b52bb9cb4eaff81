"""What each command does. Everything heavy is imported where it is used: `--help` and a mistake answer at once."""

import argparse
import datetime as dt
import getpass
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from snhr_desktop.cli.interrupted import until_interrupted
from snhr_desktop.cli.passphrase import passphrase
from snhr_desktop.cli.reading import choices_of
from snhr_desktop.domain.records import Period
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.errors import UnknownCode
from snhr_desktop.exchange.watching import Waiting
from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.workspace import Workspace
from snhr_desktop.workspace.replacing import say_replaced

if TYPE_CHECKING:
    from snhr_desktop.reports.brief import Brief

A_SECTION = N_("a section of this kind of report")
MADE = N_("{name} was made.")
RECOVERY = N_("Recovery code, shown only now; write it down and keep it apart from the laptop:")
FILLED = N_("{count} made-up records were saved.")
WRITTEN = N_("{name} was written. It is not encrypted: whoever has it can read it.")
SEALED = N_("{name} was written, encrypted with its password.")
HEADING = N_("{period}, {first} to {last}. Scope: {scope}. As of {day}.")


def new(options: argparse.Namespace, language: Language) -> int:
    """Make a store and print its recovery code."""
    secret = passphrase(options.passphrase_file, language, new=True)
    workspace, code = Workspace.create(options.store, secret, options.office, training=options.training, actor=_actor())
    workspace.close()
    print(language.text(MADE, name=options.store.name))
    print(language.text(RECOVERY))
    print(code)
    return 0


def import_(options: argparse.Namespace, language: Language) -> int:
    """Read records from a file and tell what became of each."""
    with open_store(options, language, read_only=options.dry_run) as workspace, until_interrupted() as wanted:
        choices, waiting = choices_of(options), Waiting(wanted=wanted)
        report = workspace.import_file(options.file, options.mapping, options.dry_run, choices, waiting)
    print(report.tell(language))
    return 0


def training(options: argparse.Namespace, language: Language) -> int:
    """Fill a store with made-up records, the same for the same seed."""
    with open_store(options, language) as workspace:
        saved = workspace.fill_with_training(options.incidents, options.seed)
    print(language.text(FILLED, count=language.number(saved)))
    return 0


def figures(options: argparse.Namespace, language: Language) -> int:
    """Print every figure of a period in the form asked for."""
    from snhr_desktop.figures import table
    from snhr_desktop.store.findings import CHAIN, SIGNED_BY

    with open_store(options, language, read_only=True) as workspace:
        period = workspace.period(options.period).period
        scope = options.scope or period.scope
        with workspace.one_moment():
            answers = workspace.answers(period, scope)
            anchor = workspace.anchor()
        today = dt.datetime.now().astimezone().date()
        if options.format == "json":
            print(table.as_json(answers, period, scope, today, anchor.dump()), end="")
        elif options.format == "csv":
            print(table.as_csv(answers, language, workspace.place_name, anchor.dump()), end="")
        else:
            print(_heading(period, scope, today, language), end="\n\n")
            print(table.as_table(answers, language, workspace.place_name))
            print(language.text(CHAIN, hash=anchor.head), language.text(SIGNED_BY, key=anchor.key), sep="\n")
    return 0


def report(options: argparse.Namespace, language: Language) -> int:
    """Write a report in one language or both."""
    from snhr_desktop.cli.secrets_given import seal_of
    from snhr_desktop.reports.render import render
    from snhr_desktop.reports.unprintable import say_unprintable

    seal, brief = seal_of(options), brief_of(options, language)
    with open_store(options, language, read_only=True) as workspace:
        snapshot = workspace.gather(brief)
    missing = render(snapshot, brief.languages, options.output, archive=options.archive, seal=seal)
    if missing:
        print(say_unprintable(missing, language), file=sys.stderr)
    print(language.text(SEALED if seal and seal.password else WRITTEN, name=options.output.name))
    return 0


def brief_of(options: argparse.Namespace, language: Language) -> "Brief":
    """The report that the arguments ask for."""
    from snhr_desktop.reports.brief import Brief
    from snhr_desktop.reports.contents import CONTENTS

    known = [section.code for section in CONTENTS[options.kind]]
    for section in options.leave_out:
        if section not in known:
            raise UnknownCode(code=section, kind=A_SECTION, known=tuple(known))
    return Brief(
        options.period,
        options.scope or "",
        kind=options.kind,
        audience=options.audience,
        edition=options.lang or language.code,
        month=options.month,
        incident=options.incident,
        left_out=tuple(options.leave_out),
        arabic_indic=options.digits == "arabic",
    )


def tour(options: argparse.Namespace, language: Language) -> int:
    """Make a store of sample records; write its figures, both reports and pictures of the main screens."""
    from snhr_desktop.cli.tour import make

    return make(options.folder, language)


RENEWED = N_("The store is brought up to date: {what} ({n} of {of}).")


def open_store(
    options: argparse.Namespace, language: Language, *, read_only: bool = False, secret: str = ""
) -> Workspace:
    """The store that a command names, opened with the passphrase, or the key of headquarters, it is given.

    `secret` is the passphrase where the command has asked for it already.

    Where it is not the store that this computer last saw, or its keys are not those that were set last, that is told on
    standard error.
    """
    secret = secret or passphrase(options.passphrase_file, language)
    workspace = _opened(options, secret, language, read_only=read_only)
    if replaced := workspace.replaced():
        print(say_replaced(replaced, language), file=sys.stderr)
    if put_back := workspace.keys_put_back():
        print(put_back.tell(language), file=sys.stderr)
    return workspace


def _opened(options: argparse.Namespace, secret: str, language: Language, *, read_only: bool) -> Workspace:
    key = getattr(options, "hqkey", None)

    def renewed(what: Message, done: int, of: int) -> None:
        said = language.text(what), language.number(done + 1), language.number(of)
        print(language.text(RENEWED, what=said[0], n=said[1], of=said[2]), file=sys.stderr, flush=True)

    if key is not None:
        return Workspace.open_with_key(
            options.store, key, secret, actor=_actor(), read_only=read_only, progress=renewed
        )
    return Workspace.open(options.store, secret, actor=_actor(), read_only=read_only, progress=renewed)


def _actor() -> str:
    """Who is named in the history where a passphrase is nobody's in particular: the account of the machine."""
    with suppress(OSError, KeyError):
        return getpass.getuser()
    return ""


def _heading(period: Period, scope: str, today: dt.date, language: Language) -> str:
    first, last = (language.date(day) if day else "" for day in (period.first, period.last))
    return language.text(
        HEADING,
        period=period.name(language),
        first=first,
        last=last,
        scope=label("scope", scope, language),
        day=language.date(today),
    )
