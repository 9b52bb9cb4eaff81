"""An older store is brought up to date under the eyes of whoever opens it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import LANGUAGES, Language, bare
from snhr_desktop.store import store
from snhr_desktop.store.upkeep import ASIDE, STEPS_TAKEN, bring_up_to_date
from snhr_desktop.ui.dialogs.open_form import RENEWED
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.settings import Settings
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE


@pytest.fixture
def window(kit: Kit, settings_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(kit, Settings(settings_path), ())
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    shiboken6.delete(made)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_what_is_done_and_how_far_is_told_while_the_window_goes_on(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, language: Language
) -> None:
    window.kit.tongue.switch(language)
    folder, told = tmp_path / "old.snhr", list[str]()
    Workspace.create(folder, PASSPHRASE, "IDL")[0].close()
    form = window.unlock.open_form

    def slowly(*given: Any, progress: Any, **named: Any) -> None:
        for at, what in enumerate((ASIDE, STEPS_TAKEN)):
            progress(what, at, 9)
            while bare(language.text(what)) not in bare(form.notice.text()):
                """The window says it while this thread works on."""
        told.append(bare(form.notice.text()))
        bring_up_to_date(*given, progress=progress, **named)

    monkeypatch.setattr(store, "bring_up_to_date", slowly)
    form.folder.edit.setText(str(folder))
    form.secret.edit.setText(PASSPHRASE)
    form.submit()
    qtbot.waitUntil(lambda: window.shell is not None, timeout=20_000)
    assert told == [bare(language.text(RENEWED, what=language.text(STEPS_TAKEN), n="2", of="9"))]
