"""The only wiring: privacy of files, what happens to bugs, the application, its window."""

import logging
import sys
from pathlib import Path

from snhr_desktop.i18n import LANGUAGES
from snhr_desktop.process import keep_private
from snhr_desktop.ui.application import prepare
from snhr_desktop.ui.dialogs.crash import CrashTeller
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.settings import Settings, default_path
from snhr_desktop.ui.theme import Theme
from snhr_desktop.ui.tongue import Tongue


def run(store: Path | None = None, language: str | None = None, key_file: Path | None = None) -> int:
    """Open the window, at a store's folder if one is given, in a language or the one last spoken; the exit status.

    `key_file` is the key of headquarters, where that is to open it.
    """
    keep_private()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s: %(message)s")
    application = prepare()
    settings = Settings(default_path())
    tongue = Tongue(LANGUAGES.get(language or "", settings.language))
    tongue.write_digits(arabic_indic=settings.arabic_indic)
    kit = Kit(tongue, Theme(tongue, settings.theme, settings.text_size))
    sys.excepthook = CrashTeller(kit)
    window = MainWindow(kit, settings, PAGES, store)
    if key_file is not None:
        window.unlock.open_form.use_key(key_file)
    window.show()
    window.get_ready()
    return application.exec()
