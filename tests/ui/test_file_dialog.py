"""Every question for a file is Qt's own dialog of one class, whose paths run from left to right in Arabic too."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)  # fmt: skip
from pytestqt.qtbot import QtBot

import snhr_desktop
from snhr_desktop.i18n import ARABIC, LANGUAGES, N_, bare
from snhr_desktop.ui.dialogs import file_dialog
from snhr_desktop.ui.kit import Kit

TITLE, KINDS = N_("Choose a file to import"), N_("PDF files (*.pdf)")
_STATIC = re.compile(r"QFileDialog\.get|QFileDialog\(\w")


def in_dialog(act: Callable[[QFileDialog], None]) -> None:
    """Do something with the dialog that comes up."""

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, file_dialog.FileDialog)
        act(dialog)

    QTimer.singleShot(0, found)


ASKS: dict[str, Callable[[Kit, QWidget, Path], Any]] = {
    "file": lambda kit, parent, _: file_dialog.ask_for_file(kit, TITLE, parent, KINDS),
    "files": lambda kit, parent, _: file_dialog.ask_for_files(kit, TITLE, parent),
    "folder": lambda kit, parent, at: file_dialog.ask_for_folder(kit, TITLE, parent, at),
    "where": lambda kit, parent, at: file_dialog.ask_where(kit, TITLE, parent, at / "a.pdf", KINDS),
}


@pytest.mark.parametrize("name", ASKS)
def test_a_path_runs_from_left_to_right_in_an_arabic_window(kit: Kit, qtbot: QtBot, tmp_path: Path, name: str) -> None:
    kit.tongue.switch(ARABIC)
    parent = QWidget()
    qtbot.addWidget(parent)
    seen: list[Qt.LayoutDirection] = []

    def look(dialog: QFileDialog) -> None:
        combo = dialog.findChild(QComboBox, "lookInCombo")
        assert isinstance(combo, QComboBox)
        assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
        seen.extend((dialog.layoutDirection(), combo.layoutDirection()))
        dialog.reject()

    in_dialog(look)
    assert not ASKS[name](kit, parent, tmp_path)
    assert seen == [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight]


def test_the_path_is_painted_alike_in_both_languages(kit: Kit, qtbot: QtBot, tmp_path: Path) -> None:
    parent, painted = QWidget(), []
    qtbot.addWidget(parent)
    for language in LANGUAGES.values():
        kit.tongue.switch(language)
        dialog = file_dialog.FileDialog(kit, TITLE, tmp_path, KINDS, parent)
        combo = dialog.findChild(QComboBox, "lookInCombo")
        assert isinstance(combo, QComboBox)
        assert combo.currentText() == str(tmp_path)
        combo.setFixedSize(400, 34)
        painted.append(combo.grab().toImage())
    assert painted[0] == painted[1]


@pytest.mark.parametrize("arabic_indic", [False, True])
def test_moments_of_files_stand_in_the_digits_that_were_chosen(
    kit: Kit, qtbot: QtBot, tmp_path: Path, arabic_indic: bool
) -> None:
    (file := tmp_path / "a.pdf").write_bytes(bytes(5000))
    os.utime(file, (1_521_700_000, 1_521_700_000))
    kit.tongue.switch(ARABIC)
    kit.tongue.write_digits(arabic_indic=arabic_indic)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = file_dialog.FileDialog(kit, TITLE, tmp_path, None, parent)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    tree = dialog.findChild(QTreeView, "treeView")
    assert isinstance(tree, QTreeView)
    qtbot.waitUntil(lambda: tree.model().rowCount(tree.rootIndex()) == 1)
    index = tree.model().index(0, 3, tree.rootIndex())
    option = QStyleOptionViewItem()
    delegate = tree.itemDelegateForIndex(index)
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, index)
    assert bare(option.text).startswith("٢٠١٨/٠٣/٢٢" if arabic_indic else "2018-03-22")
    size = tree.model().index(0, 1, tree.rootIndex())
    figures = tree.itemDelegateForIndex(size)
    assert isinstance(figures, file_dialog._Figures)
    shown = bare(figures.say("٤٫٨٨ كيلوبايت", size))
    assert shown.startswith("٤" if arabic_indic else "4")


def test_what_was_chosen_is_told(kit: Kit, qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    in_dialog(lambda dialog: dialog.accept())
    assert file_dialog.ask_where(kit, TITLE, parent, tmp_path / "تقرير.pdf", KINDS) == tmp_path / "تقرير.pdf"
    in_dialog(lambda dialog: dialog.accept())
    assert file_dialog.ask_for_folder(kit, TITLE, parent, tmp_path) == tmp_path


def test_nothing_asks_by_another_dialog() -> None:
    root = Path(snhr_desktop.__file__).parent
    assert [path.name for path in root.rglob("*.py") if _STATIC.search(path.read_text(encoding="utf-8"))] == []
