"""What the window remembers between starts: its shape, language, theme, text size, the last store; no more."""

from collections.abc import Sequence
from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QLocale, QSettings

from snhr_desktop import look
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language
from snhr_desktop.ui import measure
from snhr_desktop.ui.theme import of_the_system

LOCK_STEPS = (1, 2, 5, 10, 15, 30, 60)
"""Minutes without input after which a store can be locked; there is no never."""
_USUAL_LOCK = 5
ARABIC_INDIC = "arabic-indic"
"""How digits are kept that are not the usual ones."""
_FILE_MODE, _FOLDER_MODE = 0o600, 0o700


def default_path() -> Path:
    """Where the platform keeps settings of one person."""
    return platformdirs.user_config_path("snhr-desktop") / "window.ini"


class Settings:
    """Read and written at once; a file for its owner alone. A file that does not read is as good as none."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
        path.touch(mode=_FILE_MODE)
        self._path = path
        self._kept = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def language(self) -> Language:
        """The language last spoken; at the first start the computer's own, if we speak it."""
        system = ARABIC if QLocale.system().language() == QLocale.Language.Arabic else ENGLISH
        return LANGUAGES.get(self._read("language"), system)

    @language.setter
    def language(self, language: Language) -> None:
        self._write("language", language.code)

    @property
    def arabic_indic(self) -> bool:
        """Whether figures in Arabic are written ٠١٢; 012 unless that was chosen."""
        return self._read("digits") == ARABIC_INDIC

    @arabic_indic.setter
    def arabic_indic(self, arabic_indic: bool) -> None:
        self._write("digits", ARABIC_INDIC if arabic_indic else "")

    @property
    def theme(self) -> str:
        """The theme last worn, one of `look.THEMES`; at the first start what the computer asks for."""
        kept = self._read("theme")
        return kept if kept in look.THEMES else of_the_system()

    @theme.setter
    def theme(self, name: str) -> None:
        self._write("theme", name)

    @property
    def text_size(self) -> int:
        """The text size last chosen, percent; the usual one at the first start."""
        kept = self._read("text_size")
        return min(measure.MOST, max(measure.LEAST, int(kept))) if kept.isdecimal() else measure.USUAL

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._write("text_size", percent)

    @property
    def lock_after(self) -> int:
        """Minutes without input after which the store is locked."""
        kept = self._read("lock_after")
        return int(kept) if kept.isdecimal() and int(kept) in LOCK_STEPS else _USUAL_LOCK

    @lock_after.setter
    def lock_after(self, minutes: int) -> None:
        self._write("lock_after", minutes)

    @property
    def folder(self) -> Path | None:
        """The store last opened, if it is still there."""
        kept = self._read("folder")
        return Path(kept) if kept and Path(kept).is_dir() else None

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._write("folder", str(folder))

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window, as Qt writes them."""
        kept = self._kept.value("geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._write("geometry", geometry)

    def columns(self, of_list: str) -> str:
        """How a list was last laid out, as a line of text; blank if it never was."""
        return self._read(f"columns/{of_list}")

    def keep_columns(self, of_list: str, layout: str) -> None:
        """Remember how a list is laid out: names of columns and numbers, and nothing of what the list holds."""
        self._write(f"columns/{of_list}", layout)

    def parts(self, page: str) -> list[int]:
        """How a page was last shared among its parts, px; nothing if it never was."""
        return [int(part) for part in self._read(f"parts/{page}").split(" ") if part.isdecimal()]

    def keep_parts(self, page: str, sizes: Sequence[int]) -> None:
        """Remember how a page is shared among its parts."""
        self._write(f"parts/{page}", " ".join(map(str, sizes)))

    @property
    def page(self) -> str:
        """The key of the page last gone to; never what it showed."""
        return self._read("page")

    @page.setter
    def page(self, key: str) -> None:
        self._write("page", key)

    def _read(self, key: str) -> str:
        return str(self._kept.value(key, ""))

    def _write(self, key: str, value: object) -> None:
        self._kept.setValue(key, value)
        self._kept.sync()
        self._path.chmod(_FILE_MODE)
