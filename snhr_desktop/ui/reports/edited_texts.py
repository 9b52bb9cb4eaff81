"""The standing texts as edited for one report: kept in the store, checked as they are typed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import LANGUAGES, Language
from snhr_desktop.reports.proofing import ERROR, Fault, faults
from snhr_desktop.reports.texts import each_text
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.reports.making import Material, draft_key
from snhr_desktop.ui.trying_again import TryingAgain

if TYPE_CHECKING:
    from snhr_desktop.workspace import Workspace

PAUSE = 800
"""Milliseconds without a key after which the edited texts are written."""


class EditedTexts(QObject):
    """`opened` when the texts of another report are shown, `edited(name)` when one of them was changed."""

    opened = Signal()
    edited = Signal(str)
    refused = Signal(object)
    """The `Refusal` of a write; what was typed still waits, and is tried again by itself."""

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._material: Material | None = None
        self._overrides: dict[str, dict[str, str]] = {code: {} for code in LANGUAGES}
        self._by_report: dict[str, dict[str, dict[str, str]]] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._keep)
        self._typed, self._writes = False, 0
        self._waiting: dict[str, dict[str, dict[str, str]]] = {}
        self._again = TryingAgain(self._write, self)

    def open(self, material: Material) -> None:
        """Take a report; what was typed for its like stays, what the store kept of it is taken up the first time."""
        self.flush()  # what was typed while this report was gathered belongs to the one before
        self._material = material
        kept = {code: dict(material.kept.get(code, {})) for code in LANGUAGES}
        self._overrides = self._by_report.setdefault(draft_key(material.brief), kept)
        self.opened.emit()

    def names(self) -> tuple[str, ...]:
        """The standing texts of this kind of report, in order."""
        return self._material.brief.what.texts if self._material else ()

    def printed_in(self) -> frozenset[str]:
        """The languages of the edition."""
        return frozenset(one.code for one in self._material.brief.languages) if self._material else frozenset(LANGUAGES)

    def text(self, name: str, code: str) -> str:
        """A text as it will be printed."""
        return self._overrides[code].get(name, self.standing(name, code))

    def standing(self, name: str, code: str) -> str:
        """A text before it was edited."""
        return self._material.standing[code].get(name, "") if self._material else ""

    def put(self, name: str, code: str, text: str) -> None:
        """Take what was typed; a text typed back to what it was counts as not edited."""
        if text == self.text(name, code):
            return
        if text == self.standing(name, code):
            self._overrides[code].pop(name, None)
        else:
            self._overrides[code][name] = text
        if not self._operations.info.read_only:
            self._typed = True
            self._pause.start()
        self.edited.emit(name)

    def restore(self, name: str, code: str) -> None:
        """Take the standing text again."""
        self.put(name, code, self.standing(name, code))

    def overrides(self) -> dict[str, dict[str, str]]:
        """The edited texts as they are typed."""
        return {code: dict(texts) for code, texts in self._overrides.items()}

    def printed(self) -> dict[str, dict[str, str]]:
        """The edited texts as they are printed: without withheld names."""
        return each_text(self._overrides, self._material.redaction.typed) if self._material else self.overrides()

    def is_edited(self, name: str) -> bool:
        """Whether a text differs from the standing one in either language."""
        return any(name in texts for texts in self._overrides.values())

    def count(self) -> int:
        """How many texts are edited."""
        return sum(self.is_edited(name) for name in self.names())

    def faults(self, name: str) -> dict[str, tuple[Fault, ...]]:
        """What is wrong with a text, by language code."""
        if self._material is None:
            return {}
        texts = {code: self.text(name, code) for code in LANGUAGES}
        standing = {code: self.standing(name, code) for code in LANGUAGES}
        return faults(name, texts, standing, self._material.known)

    def stops(self, languages: Sequence[Language]) -> tuple[Fault, ...]:
        """What keeps an edition in these languages from being made."""
        found = [self.faults(name).get(language.code, ()) for name in self.names() for language in languages]
        return tuple(fault for several in found for fault in several if fault.level == ERROR)

    def fillings(self, language: Language) -> dict[str, str]:
        """Each placeholder with what fills it in a language."""
        return dict(self._material.fillings[language.code]) if self._material else {}

    def flush(self) -> None:
        """Write now what still waits: another report is about to be shown, or the store to be closed."""
        if self._typed:
            self._keep()
        elif self._waiting:
            self._write()

    def is_kept(self) -> bool:
        """Whether all that was typed is in the store, once it was tried to write what still waits."""
        self.flush()
        if self._writes:
            self._operations.settle()
        return not self.unsure

    @property
    def unsure(self) -> bool:
        """Whether something typed is not known to be in the store."""
        return self._typed or bool(self._waiting)

    def unkept(self) -> Iterable[tuple[str, Mapping[str, Any]]]:
        """What is not known to be in the store, each report's under the key of its draft."""
        if self._typed and self._material is not None:
            self._waiting[draft_key(self._material.brief)] = self._edited()
        return self._waiting.items()

    def _keep(self) -> None:
        if self._material is None:
            return
        self._pause.stop()
        self._typed = False
        self._waiting[draft_key(self._material.brief)] = self._edited()
        self._write()

    def _edited(self) -> dict[str, dict[str, str]]:
        return {code: texts for code, texts in self.overrides().items() if texts}

    def _write(self) -> None:
        self._again.stop()
        for key, raw in self._waiting.items():
            self._put(key, raw)

    def _put(self, key: str, raw: dict[str, dict[str, str]]) -> None:
        def put(workspace: "Workspace") -> None:
            if raw:
                workspace.put_draft(key, raw)
            else:
                workspace.discard_draft(key)

        self._writes += 1
        self._operations.ask(put, lambda _: self._told(key, raw), self._turned_away, self)

    def _told(self, key: str, raw: dict[str, dict[str, str]]) -> None:
        self._writes -= 1
        self._again.done()
        if self._waiting.get(key) is raw:  # nothing newer of that report waits
            del self._waiting[key]

    def _turned_away(self, refusal: Refusal) -> None:
        self._writes -= 1
        self._again.later()
        self.refused.emit(refusal)
