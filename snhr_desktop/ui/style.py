"""The one style sheet, made from the tokens of `look`. It names no side: what leads and trails is Qt's to mirror.

No widget has a sheet of its own: Qt would go through all below it once for each, at every change of theme.

Widgets say what they are by dynamic properties, set with `mark`: `role` (of text), `kind` (of button and frame),
`invalid` (a field).
"""

import re

from PySide6.QtWidgets import QWidget

from snhr_desktop import look, paths
from snhr_desktop.look import SCREEN, Palette

TEXT_ROLES = ("title", "heading", "subheading", "text", "muted", "note", "figure", "refused", "label", "code")
# what grows with the text; hairlines, small corners and the room around words stay
_SIZES = re.compile(r"\b((?:font-size|(?:min-|max-)?(?:width|height)|border-radius): |border: (?=[5-9]))(\d\d|[4-9])px")
BUTTON_KINDS = ("", "primary", "quiet", "link")


def mark(widget: QWidget, **properties: object) -> None:
    """Set properties the style sheet reads and have it read them again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def sheet(palette: Palette, factor: float = 1.0) -> str:
    """The style sheet of a theme, with what holds text or a mark `factor` times its size."""
    told = "".join(part(palette) for part in (_texts, _frames, _fields, _buttons, _items, _bars, _single))
    return _SIZES.sub(lambda size: f"{size[1]}{_grown(size[1], int(size[2]), factor)}px", told) + _scroll_bars(palette)


def _grown(name: str, length: int, factor: float) -> int:
    """A length with the text. The room around the words of a chip stays, and so its corners grow by less."""
    kept = 3 if name.startswith("border-radius") else 0
    return max(1, round((length - kept) * factor) + kept)


def _texts(p: Palette) -> str:
    return f"""
* {{ outline: 0; }}
QWidget {{ font-size: {SCREEN.text}px; }}
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {SCREEN.title}px; font-weight: 600; color: {p.ink}; }}
QLabel[role="heading"] {{ font-size: {SCREEN.heading}px; font-weight: 600; color: {p.ink}; }}
QLabel[role="subheading"] {{ font-size: {SCREEN.subheading}px; font-weight: 600; color: {p.ink}; }}
QLabel[role="label"] {{ font-weight: 600; color: {p.ink}; }}
QLabel[role="muted"] {{ color: {p.muted}; }}
QLabel[role="note"] {{ font-size: {SCREEN.note}px; color: {p.muted}; }}
QLabel[role="refused"] {{ font-size: {SCREEN.note}px; color: {p.refused}; }}
QLabel[role="figure"] {{ font-size: {SCREEN.figure}px; font-weight: 600; color: {p.ink}; }}
QLabel[role="figure"][toll="true"] {{ color: {p.toll}; }}
QLabel[role="code"] {{ font-size: {SCREEN.heading}px; font-weight: 600; color: {p.ink}; background: {p.alternate};
  border: 1px solid {p.line}; border-radius: {look.RADIUS}px; padding: 14px; }}
QLabel[focusable="true"] {{ border: 2px solid transparent; border-radius: 4px; }}
QLabel[focusable="true"]:focus {{ border-color: {p.accent}; }}
QToolTip {{ background: {p.ink}; color: {p.surface}; border: 0; padding: 6px 8px; font-size: {SCREEN.note}px; }}
"""


def _frames(p: Palette) -> str:
    soft = {"attention": ("amber", "amber_soft"), "done": ("green", "green_soft"), "told": ("accent", "accent_soft")}
    notices = "".join(
        f"""QFrame[kind="notice"][tone="{tone}"] {{ background: {p.colour(ground)}; border: 1px solid {p.colour(ink)};
  border-radius: {look.RADIUS}px; }}
"""
        for tone, (ink, ground) in soft.items()
    )
    return f"""
QMainWindow, QDialog, QWidget[kind="page"] {{ background: {p.ground}; }}
QScrollArea, QWidget[kind="scrolled"] {{ border: 0; background: transparent; }}
QScrollArea[focusable="true"] {{ border: 2px solid transparent; border-radius: {look.RADIUS}px; }}
QScrollArea[focusable="true"]:focus {{ border-color: {p.accent}; }}
QFrame[kind="card"] {{ background: {p.surface}; border: 1px solid {p.line}; border-radius: {look.RADIUS}px; }}
QFrame[kind="drop"] {{ background: {p.alternate}; border: 1px dashed {p.border}; border-radius: {look.RADIUS}px; }}
QFrame[kind="drop"][over="true"] {{ background: {p.accent_soft}; border-color: {p.accent}; }}
QWidget[kind="scrim"] {{ background: rgba(0, 0, 0, 90); }}
QFrame[kind="rule"] {{ background: {p.line}; border: 0; max-height: 1px; min-height: 1px; }}
{notices}
QFrame[kind="training"] {{ background: {p.amber_soft}; border: 0; border-bottom: 1px solid {p.amber}; }}
QFrame[kind="training"] QLabel {{ color: {p.amber}; font-weight: 600; }}
QSplitter::handle {{ background: transparent; }}
QFrame[kind="chip"] {{ border-radius: 11px; min-height: 22px; background: {p.alternate}; }}
QFrame[kind="chip"] QLabel {{ font-size: {SCREEN.note}px; font-weight: 600; color: {p.muted}; }}
QFrame[kind="chip"][tone="green"] {{ background: {p.green_soft}; }}
QFrame[kind="chip"][tone="green"] QLabel {{ color: {p.green}; }}
QFrame[kind="chip"][tone="amber"] {{ background: {p.amber_soft}; }}
QFrame[kind="chip"][tone="amber"] QLabel {{ color: {p.amber}; }}
QFrame[kind="chip"][tone="accent"] {{ background: {p.accent_soft}; }}
QFrame[kind="chip"][tone="accent"] QLabel {{ color: {p.accent}; }}
QFrame[kind="chip"][tone="toll"] {{ background: {p.toll_soft}; }}
QFrame[kind="chip"][tone="toll"] QLabel {{ color: {p.toll}; }}
"""


def _fields(p: Palette) -> str:
    fields = ("QLineEdit", "QTextEdit", "QPlainTextEdit", "QComboBox", "QDateEdit", "QTimeEdit", "QSpinBox")
    every, focused, disabled = (", ".join(f + state for f in fields) for state in ("", ":focus", ":disabled"))
    style = (paths.resources() / "style").as_posix()
    down, up = (f'url("{style}/chevron-{way}-{p.name}.svg")' for way in ("down", "up"))
    check = f'url("{style}/check-{p.name}.svg")'
    return f"""
{every} {{ background: {p.surface}; color: {p.ink}; border: 1px solid {p.border}; border-radius: {look.RADIUS}px;
  padding: 5px 8px; min-height: 22px; selection-background-color: {p.accent}; selection-color: {p.on_accent}; }}
{focused} {{ border: 2px solid {p.accent}; padding: 4px 7px; }}
{disabled} {{ background: {p.alternate}; color: {p.muted}; border-color: {p.line}; }}
*[invalid="true"] {{ border: 1px solid {p.refused}; background: {p.refused_soft}; }}
*[invalid="true"]:focus {{ border: 2px solid {p.refused}; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox QAbstractItemView::item {{ min-height: 26px; padding: 0 6px; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: 0; width: 26px; subcontrol-origin: padding;
  subcontrol-position: center right; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: {down}; width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{ background: {p.surface}; color: {p.ink}; border: 1px solid {p.border}; padding: 4px;
  selection-background-color: {p.accent}; selection-color: {p.on_accent}; }}
QSpinBox QLineEdit, QDateEdit QLineEdit, QTimeEdit QLineEdit, QComboBox QLineEdit {{ border: 0; padding: 0 6px;
  background: transparent; min-height: 0; }}
QSpinBox::up-button, QTimeEdit::up-button, QSpinBox::down-button, QTimeEdit::down-button {{ border: 0; width: 20px; }}
QSpinBox::up-arrow, QTimeEdit::up-arrow {{ image: {up}; width: 12px; height: 12px; }}
QSpinBox::down-arrow, QTimeEdit::down-arrow {{ image: {down}; width: 12px; height: 12px; }}
QCheckBox, QRadioButton {{ spacing: 8px; border: 2px solid transparent; border-radius: 4px; padding: 2px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {p.accent}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 16px; height: 16px; background: {p.surface};
  border: 1px solid {p.border}; border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 9px; }}
QCheckBox::indicator:checked {{ background: {p.accent}; border-color: {p.accent}; image: {check}; }}
QRadioButton::indicator:checked {{ background: {p.on_accent}; border: 5px solid {p.accent}; width: 8px; height: 8px; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {p.muted}; }}
"""


def _buttons(p: Palette) -> str:
    return f"""
QPushButton {{ background: {p.surface}; color: {p.ink}; border: 1px solid {p.line}; border-radius: {look.RADIUS}px;
  padding: 6px 14px; min-height: 22px; }}
QPushButton:hover {{ border-color: {p.accent}; }}
QPushButton:focus {{ border: 2px solid {p.accent}; padding: 5px 13px; }}
QPushButton:pressed, QPushButton:checked {{ background: {p.accent_soft}; }}
QPushButton:disabled {{ color: {p.faint}; background: {p.alternate}; }}
QPushButton[kind="primary"] {{ background: {p.accent}; color: {p.on_accent}; border: 1px solid {p.accent};
  font-weight: 600; }}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:focus {{ border: 2px solid {p.ink}; padding: 5px 13px; }}
QPushButton[kind="primary"]:focus {{ text-decoration: underline; }}
QPushButton[kind="primary"]:disabled {{ background: {p.alternate}; color: {p.muted}; border-color: {p.line}; }}
QPushButton[kind="quiet"] {{ background: transparent; border-color: transparent; }}
QPushButton[kind="quiet"]:hover {{ background: {p.accent_soft}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {p.accent}; }}
QPushButton[kind="link"] {{ background: transparent; color: {p.accent}; border: 2px solid transparent; padding: 2px 4px;
  border-radius: 4px; text-align: left; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border-color: {p.accent}; padding: 2px 4px; }}
QPushButton[kind="door"] {{ background: {p.surface}; border: 1px solid {p.line}; border-radius: {look.RADIUS}px;
  padding: 0; text-align: left; }}
QPushButton[kind="door"]:hover {{ border-color: {p.accent}; }}
QPushButton[kind="door"]:focus {{ border: 2px solid {p.accent}; padding: 0; }}
QPushButton[kind="door"]:pressed {{ background: {p.accent_soft}; }}
QToolButton {{ background: transparent; color: {p.ink}; border: 2px solid transparent; border-radius: {look.RADIUS}px;
  padding: 4px; }}
QToolButton:hover, QToolButton:checked {{ background: {p.accent_soft}; }}
QToolButton:focus {{ border-color: {p.accent}; }}
QToolButton::menu-indicator, QPushButton::menu-indicator {{ image: none; width: 0; }}
"""


def _items(p: Palette) -> str:
    return f"""
QAbstractItemView {{ background: {p.surface}; color: {p.ink}; alternate-background-color: {p.alternate};
  border: 1px solid {p.line}; border-radius: {look.RADIUS}px; gridline-color: transparent;
  selection-background-color: {p.accent_soft}; selection-color: {p.ink}; }}
QAbstractItemView:focus {{ border: 2px solid {p.accent}; }}
QAbstractItemView[flat="true"] {{ border: 2px solid transparent; }}
QAbstractItemView[flat="true"]:focus {{ border-color: {p.accent}; }}
QTableView::item {{ padding: 4px 8px; border-bottom: 1px solid {p.grid}; }}
QTableView::item:focus {{ border: 1px solid {p.accent}; }}
QHeaderView {{ background: {p.surface}; border: 0; }}
QHeaderView::section {{ background: {p.surface}; color: {p.muted}; border: 0; border-bottom: 1px solid {p.line};
  padding: 7px 8px; font-weight: 600; font-size: {SCREEN.note}px; }}
QTabBar::tab {{ padding: 8px 14px; color: {p.muted}; border-bottom: 2px solid transparent; background: transparent; }}
QTabBar::tab:selected {{ color: {p.ink}; border-bottom: 2px solid {p.accent}; font-weight: 600; }}
QTabBar::tab:focus {{ background: {p.accent_soft}; border: 2px solid {p.accent}; padding: 7px 12px; }}
QTabWidget::pane {{ border: 0; }}
QProgressBar {{ background: {p.accent_soft}; border: 0; border-radius: 3px; max-height: 6px; color: transparent; }}
QProgressBar::chunk {{ background: {p.accent}; border-radius: 3px; }}
"""


def _bars(p: Palette) -> str:
    return f"""
QFrame[kind="side"] {{ background: {p.side}; border: 0; }}
QFrame[kind="side"] QLabel {{ color: {p.side_ink}; }}
QFrame[kind="side"] QLabel[role="brand"] {{ color: {p.side_title}; font-size: 17px; font-weight: 600; }}
QFrame[kind="side"] QLabel[role="note"] {{ color: {p.side_ink}; }}
QPushButton[kind="nav"] {{ color: {p.side_ink}; background: transparent; border: 2px solid transparent;
  padding: 6px 10px; text-align: left; }}
QPushButton[kind="nav"]:disabled {{ color: {p.side_faint}; }}
QPushButton[kind="nav"]:hover {{ background: {p.side_chosen}; color: {p.side_title}; }}
QPushButton[kind="nav"]:checked {{ background: {p.side_chosen}; color: {p.side_title}; font-weight: 600; }}
QPushButton[kind="nav"]:focus {{ border-color: {p.side_lit}; padding: 6px 10px; }}
QStatusBar {{ background: {p.surface}; border-top: 1px solid {p.line}; }}
QStatusBar QLabel {{ padding: 4px 12px; font-size: {SCREEN.note}px; color: {p.muted}; }}
QStatusBar::item {{ border: 0; }}
QMenuBar {{ background: {p.surface}; color: {p.ink}; border-bottom: 1px solid {p.line}; padding: 2px 6px; }}
QMenuBar::item {{ padding: 5px 10px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {p.accent}; color: {p.on_accent}; }}
QMenu {{ background: {p.surface}; color: {p.ink}; border: 1px solid {p.border}; padding: 4px; }}
QMenu::item {{ padding: 6px 28px; border-radius: 4px; }}
QMenu::item:selected {{ background: {p.accent}; color: {p.on_accent}; }}
QMenu::item:disabled {{ color: {p.faint}; }}
QMenu::item:disabled:selected {{ background: {p.accent_soft}; color: {p.muted}; }}
QMenu::separator {{ height: 1px; background: {p.grid}; margin: 4px 8px; }}
"""


def _scroll_bars(p: Palette) -> str:
    """Of one width at every text size: large text needs the room itself."""
    return f"""
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {p.faint}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {p.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
"""


def _single(p: Palette) -> str:
    """What one kind of widget alone wears: texts of a record, chips to choose from, list, grid, places found."""
    style = (paths.resources() / "style").as_posix()
    down, up = (f'url("{style}/chevron-{way}-{p.name}.svg")' for way in ("down", "up"))
    chip = 'QToolButton[kind="choice"]'
    return f"""
QTextEdit[kind="prose"] {{ background: transparent; color: {p.ink}; border: 2px solid transparent; border-radius: 4px;
  padding: 0; min-height: 0; }}
QTextEdit[kind="prose"]:focus {{ border: 2px solid {p.accent}; padding: 0; }}
{chip} {{ border: 1px solid {p.border}; border-radius: 13px; padding: 2px 10px; min-height: 20px;
  background: {p.surface}; color: {p.ink}; }}
{chip}:hover {{ border-color: {p.accent}; }}
{chip}:checked {{ background: {p.accent_soft}; border-color: {p.accent}; color: {p.accent}; font-weight: 600; }}
{chip}:disabled {{ border-color: {p.line}; color: {p.muted}; }}
{chip}:focus {{ border: 2px solid {p.accent}; padding: 1px 9px; }}
QTableView[kind="list"] QHeaderView::up-arrow, QTableView[kind="list"] QHeaderView::down-arrow {{
  subcontrol-origin: border; subcontrol-position: top center; width: 14px; height: 12px; top: 1px; }}
QTableView[kind="list"] QHeaderView::down-arrow {{ image: {down}; }}
QTableView[kind="list"] QHeaderView::up-arrow {{ image: {up}; }}
QTableView[kind="grid"] {{ padding: 1px; }}
QTableView[kind="grid"]:focus {{ border: 2px solid {p.accent}; padding: 0; }}
QTableView[kind="grid"]::item {{ padding: 4px 5px; }}
QTableView[kind="grid"] QHeaderView::section {{ padding: 6px 8px; font-size: {SCREEN.note}px; }}
QTableView[kind="grid"] QHeaderView::section:vertical {{ padding: 0; }}
QTableView QTableCornerButton::section {{ background: {p.surface}; border: 0;
  border-bottom: 1px solid {p.line}; }}
QListView[kind="found"]::item {{ padding: 0 8px; }}
"""
