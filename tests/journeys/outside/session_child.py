"""A whole session at the real window, run as a process of its own with `SNHR_SESSION=FOLDER|SEED|ENDING`.

It makes a store in the assistant, enters, imports, searches, looks at everything, makes, saves and prints a report,
meets mistakes of the program, locks and opens again. `FOLDER/told.json` says how far it came. ENDING is `closed`, or
`killed`, where the power goes while the pages of a report are being made.
"""

import contextlib
import io
import json
import os
import signal
import socket
import stat
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit

from snhr_desktop import __main__ as program
from snhr_desktop.domain.records import Attachment, AttachmentFile, AttachmentLink
from snhr_desktop.i18n import N_
from snhr_desktop.ui.application import prepare
from snhr_desktop.ui.attachments.content import Content, content_of
from snhr_desktop.ui.attachments.view_dialog import ViewDialog
from snhr_desktop.ui.dialogs.crash import CrashDialog
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.reports.page import ReportsPage
from snhr_desktop.ui.reports.sheets import Sheets
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import attribution, case, dossier, facility, incident, source, state, victim, weapon
from tests.journeys.outside.marks import marks
from tests.ui.first_run.walking import prove, to_secret, type_twice
from tests.ui.windows import settle

_FOLDER, SEED, ENDING = os.environ["SNHR_SESSION"].split("|")  # the press runs this file too, without arguments
FOLDER = Path(_FOLDER)
WORDS = marks(SEED)
LATIN, ARABIC = WORDS[:25], WORDS[25:]
TOLD: dict[str, Any] = {"steps": [], "sockets": [], "secrets": []}
LONG_S = 150.0


def main() -> int:
    """The program as its command starts it, with somebody at the window."""
    sys.argv = ["snhr-desktop"]
    prepare()
    QTimer.singleShot(0, lambda: attend(before_mistakes))
    return program.main()


def attend(act: Callable[[MainWindow], None]) -> None:
    """Be at the window, and tell what went wrong where something did."""
    try:
        (window,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
        act(window)
    except BaseException:
        (FOLDER / "failed.txt").write_text(traceback.format_exc(), encoding="utf-8")
        tell("failed")
        os._exit(3)


def tell(step: str) -> None:
    """Note a step, and each socket that leads outside at this moment."""
    TOLD["steps"].append(step)
    for descriptor in range(512):
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                with socket.socket(fileno=os.dup(descriptor)) as held:
                    if held.family != socket.AF_UNIX:
                        TOLD["sockets"].append([step, str(held)])
    (FOLDER / "told.json").write_text(json.dumps(TOLD), encoding="utf-8")


def until(done: Callable[[], object]) -> None:
    """Wait as a person does."""
    ends = time.monotonic() + LONG_S
    while not done():
        assert time.monotonic() < ends
        QTest.qWait(20)


def in_dialog(kind: type[QDialog], act: Callable[[Any], None]) -> None:
    """Do something in the next dialog of a kind, once it is there."""

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, kind):
            act(shown)
        else:
            QTimer.singleShot(50, look)

    QTimer.singleShot(50, look)


def save_as(name: str) -> Callable[[QFileDialog], None]:
    """Choose a file in Qt's own dialog."""

    def act(dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setText(str(FOLDER / "exports" / name))
        dialog.accept()
        if dialog.isVisible():
            dialog.accept()  # objected to, since it lies on the disk of the store, and taken when chosen again

    return act


def before_mistakes(window: MainWindow) -> None:
    """The session, step by step, until the program makes mistakes."""
    for step, act in (
        ("made", make_store), ("entered", enter), ("imported", bring_in), ("attached", attach),
        ("looked", look_everywhere), ("reported", report),
    ):  # fmt: skip
        act(window)
        tell(step)
    # in the loop of the application itself, as they come to a person
    QTimer.singleShot(0, mistake)
    QTimer.singleShot(300, lambda: window.worker.run(mistake, lambda _: None))
    QTimer.singleShot(600, lambda: threading.Thread(target=mistake).start())
    QTimer.singleShot(2000, lambda: attend(after_mistakes))


def mistake() -> None:
    """A mistake of the program whose text quotes records."""
    raise KeyError(f"{LATIN[7]} {ARABIC[7]}") from ValueError(ARABIC[8])


def after_mistakes(window: MainWindow) -> None:
    """The rest of the session, and its end."""
    told = [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog) and one.isVisible()]
    assert len(told) == 1
    told[0].accept()
    tell("mistaken")
    lock_and_open(window)
    tell("locked")
    write_draft(window)
    if ENDING == "killed":
        window.go("reports")
        tell("killed")
        QTest.qWait(700)  # pages are being made
        os.kill(os.getpid(), signal.SIGKILL)
    tell("closed")
    window.close()


def make_store(window: MainWindow) -> None:
    """The first start, with the sheet saved where exports go."""
    assistant = to_secret(window, FOLDER / "kept", "office")
    type_twice(assistant, f"{LATIN[0]} {ARABIC[0]} lantern river")
    assistant.on.click()
    until(assistant.code.isVisible)
    TOLD["secrets"] = assistant.code.code.split("-")
    in_dialog(QFileDialog, save_as("sheet.pdf"))
    assistant.code.save.click()
    until((FOLDER / "exports" / "sheet.pdf").exists)
    prove(assistant)
    assistant.on.click()
    assistant.on.click()
    until(lambda: window.shell)


def enter(window: MainWindow) -> None:
    """Records with every word in them, saved as the forms save."""
    names = iter(zip(LATIN, ARABIC, strict=True))

    def pair() -> tuple[str, str]:
        return next(names)

    made = []
    for _ in range(3):
        (title_en, title_ar), (story_en, story_ar), (name_en, name_ar), (father_en, father_ar), (one, two) = (
            pair() for _ in range(5)
        )
        person = victim(
            name_en=f"{name_en} {one}", name_ar=f"{name_ar} {two}", father_ar=father_ar, notes=f"{father_en} {one}"
        )
        told = source(pseudonym=one, real_name=name_en, contact=two, statement_en=story_en, statement_ar=story_ar)
        said = incident(
            title_en=title_en, title_ar=title_ar, narrative_en=story_en, narrative_ar=story_ar, review_notes=two,
            status="documented", classification="violation",
        )  # fmt: skip
        hit = facility(name_en=story_en, name_ar=story_ar, notes=two)
        made.append(
            dossier(
                person, incident=said, attributions=(attribution("regime"),), facilities=(hit,), weapons=(weapon(),),
                sources=(told,),
            )
        )  # fmt: skip
    (name_en, name_ar), (note_en, note_ar), (one, two) = (pair() for _ in range(3))
    held = case(state(), name_en=name_en, name_ar=name_ar, notes=f"{one} {note_en}", review_notes=note_ar)
    rest = list(names)

    def save(workspace: Workspace) -> None:
        for record in made:
            saved = workspace.save(record, reason=two)
            workspace.add_note(saved.dossier.incident.uid, " ".join(f"{a} {b}" for a, b in rest))
        workspace.save_case(held, reason=note_ar)
        workspace.save_filter(rest[0][0], IncidentQuery(text=rest[0][1]))

    ask(window, save)


def ask(window: MainWindow, work: Callable[[Workspace], object]) -> None:
    """Have something done by the store's thread."""
    assert window.shell is not None
    done: list[object] = []
    window.shell.desk.operations.ask(lambda workspace: (work(workspace), 1), done.append)
    until(lambda: done)


def bring_in(window: MainWindow) -> None:
    """A file that somebody gave, in the page of exchange; once refused, once taken."""
    given = FOLDER / "given"
    window.go("exchange")
    settle(window.worker)
    assert window.shell is not None
    page: Any = window.shell.page()
    broken = given / "broken.json"
    broken.write_text(f'{{"incidents": [{{"title_en": "{LATIN[3]}", ', encoding="utf-8")
    for path in (broken, given / "rows.json"):
        page.importing.take(path)
        settle(window.worker)
    page.report.act.click()
    settle(window.worker)
    window.go("care")
    settle(window.worker)
    care: Any = window.shell.page()
    care.check.verify.click()
    settle(window.worker)


def attach(window: MainWindow) -> None:
    """A statement and a photo kept with an incident: looked at, stripped, and handed out."""
    assert window.shell is not None
    said, photo = FOLDER / "given" / f"{LATIN[12]}.txt", FOLDER / "given" / f"{ARABIC[12]}.jpg"
    said.write_text(" ".join(WORDS), encoding="utf-8")
    photo.write_bytes(jpeg(LATIN[13]))
    kept: list[AttachmentFile] = []

    def take(workspace: Workspace) -> None:
        incident = workspace.incidents(IncidentQuery(limit=1)).rows[0].uid
        for path in (said, photo):
            link = AttachmentLink(record="incident", target=incident)
            kept.append(workspace.take_in(path, [link], Attachment(shows_ar=ARABIC[14], taken_by=LATIN[16])).file)
        workspace.thumbnails(kept)
        workspace.strip_attachment(kept[1].attachment.uid, LATIN[14])
        for file in kept:
            out = FOLDER / "exports" / workspace.file_name(file)
            workspace.export_attachment(file.attachment.uid, out, LATIN[15], ARABIC[15])

    ask(window, take)
    for file in kept:

        def load(workspace: Workspace, file: AttachmentFile = file) -> Content:
            with contextlib.closing(workspace.open_attachment(file.attachment.uid)) as reader:
                return content_of(reader, file.attachment.media_type, file.attachment.size or 0)

        shown = ViewDialog(window.shell.desk, N_("Reports"), load, window)
        shown.show()
        settle(window.worker)
        assert shown.content != Content()
        shown.close()


def jpeg(camera: str) -> bytes:
    """A photo whose camera and remark are words of the session."""
    exif = Image.Exif()
    exif[0x0110] = camera
    kept = io.BytesIO()
    Image.new("RGB", (320, 200), (90, 120, 150)).save(kept, "JPEG", exif=exif, comment=camera.encode())
    return kept.getvalue()


def look_everywhere(window: MainWindow) -> None:
    """Each page, in both languages, with words typed into whatever takes them, and what is found copied."""
    assert window.shell is not None
    uids: list[str] = []
    ask(window, lambda workspace: uids.extend(row.uid for row in workspace.incidents(IncidentQuery(limit=3)).rows))
    for number, entry in enumerate(PAGES):
        window.go(entry.key, uids[0] if entry.key in ("incidents", "entry") else None)
        settle(window.worker)
        page: Any = window.shell.page()
        for field in page.findChildren(QLineEdit):
            if field.isVisible() and field.isEnabled() and not field.isReadOnly():
                field.setText(WORDS[number])
        settle(window.worker)
        window.commands.actions["language"].trigger()
    window.go("incidents")
    settle(window.worker)
    assert window.seek is not None
    window.seek.open()
    for word in (LATIN[1], ARABIC[1]):
        window.seek.findChildren(QLineEdit)[0].setText(word)
        settle(window.worker)
    window.seek.leave(back=False)
    QApplication.clipboard().setText(LATIN[2])


def report(window: MainWindow) -> None:
    """A report with an edited text: looked at, saved, and printed on a printer that is a file."""
    window.go("reports")
    settle(window.worker)
    assert window.shell is not None
    page = window.shell.page()
    assert isinstance(page, ReportsPage)
    until(lambda: page.preview.shows_pages)
    page.texts.put("about", "en", f"{LATIN[5]} and {ARABIC[5]}")
    page.tabs.go(page.choices)
    until(lambda: page.composition.made is not None and page.preview.shows_pages)
    settle(window.worker)
    in_dialog(QFileDialog, save_as("report.pdf"))
    page.save.click()
    until((FOLDER / "exports" / "report.pdf").exists)
    assert page.composition.made is not None
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(FOLDER / "exports" / "printed.pdf"))
    page.outlet.run(Sheets(page.composition.made.content), printer)
    until(lambda: page.outlet._run is None)


def lock_and_open(window: MainWindow) -> None:
    """Lock, be refused once, and open again."""
    window.lock()
    settle(window.worker)
    until(window.unlock.open_form.isVisible)
    form = window.unlock.open_form
    for secret in (LATIN[9], f"{LATIN[0]} {ARABIC[0]} lantern river"):
        form.folder.edit.setText(str(FOLDER / "kept" / "office.snhr"))
        form.secret.edit.setText(secret)
        until(lambda: form.isEnabled() and form.open.isEnabled())  # after the pause that a wrong one costs
        form.open.click()
        until(lambda: window.shell or form._secret_line.complaint())
    until(lambda: window.shell)


def write_draft(window: MainWindow) -> None:
    """An entry that is left as a draft."""
    window.go("entry")
    settle(window.worker)
    assert window.shell is not None
    page: Any = window.shell.page()
    for field in page.findChildren(QLineEdit)[:3]:
        if field.isVisible() and not field.isReadOnly():
            field.setText(f"{LATIN[11]} {ARABIC[11]}")
    QTest.qWait(1500)
    settle(window.worker)


if __name__ == "__main__":
    sys.exit(main())
