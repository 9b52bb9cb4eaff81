"""The typefaces of the interface: bundled, because a field computer may have no Arabic face at all."""

from PySide6.QtGui import QFont, QFontDatabase

from snhr_desktop import look, paths

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
    """A face for painting; `size` in px."""
    face = QFont()
    face.setFamilies(list(FAMILIES))
    face.setPixelSize(round(size))
    face.setWeight(QFont.Weight(weight))
    return face
