"""The places a typed text may mean, as a list model."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt

from snhr_desktop.domain.places import Place
from snhr_desktop.i18n import Language
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.measure import px

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW = 30
"""Height of a hit, px at 100 %."""


def say_place(means: Means, place: Place, language: Language) -> str:
    """A place with what tells it from its namesakes: Saraqib · Saraqib sub-district · Idlib."""
    return " · ".join(means.gazetteer.path(place, language.code))


class PlaceHits(QAbstractListModel):
    """Each hit in the language spoken, with its name in the other."""

    def __init__(self, means: Means, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._means = means
        self.places: Sequence[Place] = ()

    def search(self, text: str) -> None:
        """Find places by any spelling in either language."""
        self.beginResetModel()
        self.places = self._means.gazetteer.search(text, limit=12) if text.strip() else ()
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many hits."""
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a hit."""
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, px(ROW))
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        place, language = self.places[index.row()], self._means.language
        other = place.name_en if language.code == "ar" else place.name_ar
        return f"{say_place(self._means, place, language)}  ({language.isolate(other)})"
