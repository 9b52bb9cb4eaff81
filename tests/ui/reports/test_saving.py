"""The report as a file: what was seen, for its owner alone, and a refusal told where it cannot be written."""

import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, bare
from snhr_desktop.reports.file.seal import Seal
from snhr_desktop.reports.kind import BULLETIN
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.reports.page import ReportsPage
from snhr_desktop.ui.reports.save_dialog import SaveDialog
from tests.ui.reports.conftest import LONG
from tests.ui.walk import texts, unnamed, untranslated


class Told(list[tuple[str, str]]):
    """What the bar above the page would tell, with its tone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        desk.told.connect(self._take)

    def _take(self, words: object, tone: str) -> None:
        self.append((self._desk.tongue.say(words), tone))  # type: ignore[arg-type]


def test_what_was_seen_is_what_is_saved(
    page: ReportsPage, desk: Desk, qtbot: QtBot, tmp_path: Path, answer: Callable[[Path | None], list[str]]
) -> None:
    told, out = Told(desk), tmp_path / "report.pdf"
    proposed = answer(out)
    page.save.click()
    qtbot.waitUntil(lambda: bool(told))
    assert page.composition.made is not None
    assert out.read_bytes() == page.composition.made.content
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert told[0][0].startswith("report.pdf was written. It is not encrypted")
    assert proposed[0].endswith("-idlib-en.pdf")


def test_a_folder_that_cannot_be_written_is_refused_in_words(
    page: ReportsPage, desk: Desk, qtbot: QtBot, tmp_path: Path, answer: Callable[[Path | None], list[str]]
) -> None:
    told = Told(desk)
    answer(tmp_path / "gone" / "report.pdf")
    page.kit.tongue.switch(ARABIC)
    page.save.click()
    qtbot.waitUntil(lambda: bool(told))
    assert "تعذّرت كتابة التقرير في المجلد" in told[0][0]
    assert told[0][1] == "attention"
    assert page.preview.shows_pages


def test_saving_from_the_texts_waits_for_the_pages_of_what_was_typed(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path, answer: Callable[[Path | None], list[str]]
) -> None:
    out = tmp_path / "report.pdf"
    answer(out)
    page.tabs.go(page.pane)
    page.texts.put("about", "en", "Typed before saving.")
    page.save.click()
    qtbot.waitUntil(out.exists, timeout=20_000)
    assert page.tabs.shows(page.pane)


def test_nothing_is_written_unless_someone_says_where(
    page: ReportsPage, answer: Callable[[Path | None], list[str]]
) -> None:
    proposed = answer(None)
    page.save.click()
    assert len(proposed) == 1


def test_the_dialog_warns_that_the_file_is_plain(kit: Kit, qtbot: QtBot) -> None:
    kit.tongue.switch(ARABIC)
    dialog = SaveDialog(kit, "R2611-idlib-ar.pdf")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.warning.isVisible()
    assert "غير مشفّر" in dialog.warning.text()
    assert dialog.windowTitle() == "حفظ التقرير بصيغة PDF"
    assert Path(dialog.selectedFiles()[0]).name == "R2611-idlib-ar.pdf"


def test_in_arabic_nothing_is_left_in_english_and_everything_has_a_name(page: ReportsPage) -> None:
    page.kit.tongue.switch(ARABIC)
    for pane in (page.choices, page.pane, page.check, page.published):
        page.tabs.go(pane)
        # a placeholder whose filling is a code or a number, as in "R180601 {code}"
        codes = frozenset(bare(said) for _, said in texts(page) if "\t" in said)
        assert untranslated(page, codes) == []
        assert unnamed(page) == []


def test_a_password_and_a_weak_one(
    page: ReportsPage, desk: Desk, qtbot: QtBot, tmp_path: Path, answer: Callable[..., list[str]]
) -> None:
    told, out = Told(desk), tmp_path / "report.pdf"
    answer(out, Seal(password="short"))
    page.save.click()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert told[0][0].startswith("The password of the report is too short.")
    assert not out.exists()
    answer(out, Seal(password="olive lantern river window"))
    page.save.click()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1][0] == "report.pdf was written, encrypted with its password."
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(out)
    with pypdfium2.PdfDocument(out, password="olive lantern river window") as document:
        assert len(document) > 5


def test_the_warning_follows_the_password(kit: Kit, qtbot: QtBot) -> None:
    dialog = SaveDialog(kit, "report.pdf")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.fields.password.edit.setText("olive lantern river window")
    assert dialog.warning.text().startswith("The file will be encrypted.")
    dialog.fields.certificate.setText("/somewhere/key.p12")
    assert dialog.fields.passphrase.isEnabled()
    assert dialog.wanted().seal == Seal("olive lantern river window", Path("/somewhere/key.p12"))
    kit.tongue.switch(ARABIC)
    assert untranslated(dialog.fields) == []
    assert unnamed(dialog.fields) == []


def test_nothing_but_the_report_chosen_is_saved(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path, answer: Callable[[Path | None], list[str]]
) -> None:
    """Whatever was in hand when another was chosen."""
    proposed, made = answer(tmp_path / "report.pdf"), page.composition.made
    brief = page.choices.brief()
    assert brief
    assert made
    page.choices.choose(replace(brief, kind=BULLETIN))
    page.start_saving()
    qtbot.waitUntil(lambda: bool(proposed), timeout=LONG)
    assert "bulletin" in proposed[0]
    qtbot.waitUntil((tmp_path / "report.pdf").exists)
    assert (tmp_path / "report.pdf").read_bytes() != made.content
