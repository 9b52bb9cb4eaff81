"""The typefaces of the interface: bundled, because a field computer may have no Arabic face at all."""

from PySide6.QtGui import QFont, QFontDatabase

from snhr_desktop import look, paths
from snhr_desktop.ui.measure import factor

# These two share one line height; Noto Sans Arabic itself is half as tall again and would break every row.
FAMILIES = ("Noto Sans", "Noto Sans Arabic UI")
FILES = tuple(
    f"{family}-{weight}.ttf"
    for family in ("NotoSans", "NotoSansArabicUI")
    for weight in ("Regular", "SemiBold", "Bold")
)


def load() -> None:
    """Make the bundled faces known to Qt; once, before the first widget.

    Raises:
        FileNotFoundError: a face is missing or unreadable, which is a broken installation.
    """
    for name in FILES:
        path = paths.resources() / "fonts" / name
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)


def font(size: float = look.SCREEN.text, weight: int = look.REGULAR) -> QFont:
    """A face for painting; `size` in px at 100 %, drawn at the text size chosen."""
    return face(size * factor(), weight)


def face(size: float, weight: int = look.REGULAR) -> QFont:
    """A face of just that size, px."""
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(max(1, round(size)))
    made.setWeight(QFont.Weight(weight))
    return made
