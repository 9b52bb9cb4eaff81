"""The tour: a store of sample records, its figures, both reports and pictures of the screens, in one folder.

It needs no screen, so that a bare machine can show what the application does.
"""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from snhr_desktop.cli.passphrase import VARIABLE
from snhr_desktop.errors import ReadOnlyFolder, StoreExists
from snhr_desktop.exchange import samples
from snhr_desktop.figures import table
from snhr_desktop.i18n import LANGUAGES, N_, Language
from snhr_desktop.store.files import replace_file
from snhr_desktop.workspace import Workspace

PASSPHRASE = N_("Passphrase of the store: {passphrase}")
RECOVERY_CODE = N_("Recovery code of the store: {code}")
MADE = N_("{name} was written.")
STORE = "tour.snhr"


def make(folder: Path, language: Language) -> int:
    """Fill a folder; the exit status. Raises `StoreExists` where the folder holds an earlier tour."""
    _prepare(folder)
    passphrase = os.environ.get(VARIABLE) or secrets.token_urlsafe(12)
    workspace, code = Workspace.create(folder / STORE, passphrase, "IDL", actor="tour")
    print(language.text(PASSPHRASE, passphrase=passphrase))
    print(language.text(RECOVERY_CODE, code=code))
    with workspace:
        print(samples.load(workspace).tell(language))
        for path in (*_figures(workspace, folder), *_reports(workspace, folder)):
            print(language.text(MADE, name=path.name))
    for path in _pictures(folder, passphrase):
        print(language.text(MADE, name=path.name))
    return 0


def _prepare(folder: Path) -> None:
    if (folder / STORE).exists():
        raise StoreExists(name=STORE)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReadOnlyFolder(name=folder.name) from error


def _figures(workspace: Workspace, folder: Path) -> Iterator[Path]:
    period = workspace.period("idlib").period
    answers = workspace.answers(period, period.scope)
    for language in LANGUAGES.values():
        text = table.as_table(answers, language, workspace.place_name)
        print(f"\n{period.name(language)}\n\n{text}")
        path = folder / f"figures_{language.code}.txt"
        replace_file(path, text.encode())
        yield path


def _reports(workspace: Workspace, folder: Path) -> Iterator[Path]:
    """One of each kind of report in each language."""
    from snhr_desktop.reports.brief import Brief
    from snhr_desktop.reports.kind import INCIDENT, KINDS, MONTH
    from snhr_desktop.reports.render import render
    from snhr_desktop.store.listing import IncidentQuery

    period = workspace.period("idlib").period
    [worst] = workspace.incidents(IncidentQuery(first=period.first, last=period.last, order="killed", limit=1)).rows
    for kind in KINDS.values():
        month = f"{worst.date.first:%Y-%m}" if kind.of == MONTH else ""
        incident = worst.uid if kind.of == INCIDENT else ""
        snapshot = workspace.gather(Brief("idlib", kind=kind.code, month=month, incident=incident))
        for language in LANGUAGES.values():
            path = folder / f"{kind.code}_{language.code}.pdf"
            render(snapshot, (language,), path)
            yield path


def _pictures(folder: Path, passphrase: str) -> Iterator[Path]:
    # no window is to flash up, and there may be no screen at all
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from snhr_desktop.ui import pictures

    workspace = Workspace.open(folder / STORE, passphrase, actor="tour")
    yield from pictures.take(workspace, folder / STORE, folder)
