"""Both themes can be read, name no side, and dress windows that are already open."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibilityHints, QFontMetrics, QImage, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from snhr_desktop import look, paths
from snhr_desktop.i18n import ARABIC
from snhr_desktop.ui import fonts, icons, style
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.settings import Settings

THEMES = tuple(look.THEMES.values())


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_the_style_sheet_names_no_side(palette: look.Palette) -> None:
    named = re.findall(r"[\w-]*(?:left|right)[\w-]*:|: *right", style.sheet(palette))
    assert named == []


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_pictures_of_the_style_sheet_exist_in_its_colours(palette: look.Palette) -> None:
    urls = re.findall(r'url\("([^"]+)"\)', style.sheet(palette))
    colours = {"chevron": palette.muted, "check": palette.on_accent}
    assert urls
    for url in urls:
        name = url.rpartition("/")[2]
        assert colours[name.partition("-")[0]] in (paths.resources() / "style" / name).read_text(encoding="utf-8")


def test_every_icon_named_in_the_program_is_there() -> None:
    names = {path.stem for path in (paths.resources() / "icons").glob("*.svg")}
    assert names >= icons.DIRECTIONAL


def test_an_open_window_changes_clothes(kit: Kit, application: QApplication) -> None:
    button, told = QPushButton(), []
    kit.theme.set_icon(button, "save")
    kit.theme.on_change(button, lambda: told.append(kit.theme.palette.name))
    before = picture(button)
    kit.theme.toggle()
    assert application.palette().color(QPalette.ColorRole.Window).name().upper() == look.DARK.ground
    assert told == ["light", "dark"]
    assert picture(button) != before
    assert kit.theme.dark


@pytest.mark.parametrize("name, other", [("light", "dark"), ("light_contrast", "dark_contrast")])
def test_light_turns_dark_in_the_same_contrast(kit: Kit, name: str, other: str) -> None:
    kit.theme.choose(name)
    kit.theme.toggle()
    assert kit.theme.palette.name == other
    kit.theme.toggle()
    assert kit.theme.palette.name == name


@pytest.mark.parametrize(
    "scheme, contrast, name",
    [
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, "dark"),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, "light_contrast"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, "dark_contrast"),
    ],
)
def test_the_first_start_follows_the_computer(
    kit: Kit,
    scheme: Qt.ColorScheme,
    contrast: Qt.ContrastPreference,
    name: str,
    settings_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QStyleHints, "colorScheme", lambda _: scheme)
    monkeypatch.setattr(QAccessibilityHints, "contrastPreference", lambda _: contrast)
    settings = Settings(settings_path)
    assert settings.theme == name
    settings.theme = "dark"
    assert Settings(settings_path).theme == "dark"


def test_icons_turn_round_where_they_point_along_the_line(kit: Kit) -> None:
    onward, save = QToolButton(), QToolButton()
    kit.theme.set_icon(onward, "arrow-right")
    kit.theme.set_icon(save, "save")
    pointing, saving = picture(onward), picture(save)
    kit.tongue.switch(ARABIC)
    assert picture(onward) == pointing.flipped(Qt.Orientation.Horizontal)
    assert picture(save) == saving


def test_a_picture_label_follows_the_theme(kit: Kit) -> None:
    label = QLabel()
    kit.theme.set_picture(label, "info", "accent")
    before = label.pixmap().toImage()
    kit.theme.choose("dark")
    assert label.pixmap().toImage() != before


def test_an_unknown_colour_or_icon_is_a_mistake(kit: Kit) -> None:
    with pytest.raises(KeyError):
        kit.theme.colour("crimson")
    with pytest.raises(FileNotFoundError):
        kit.theme.icon("unicorn")


def test_both_scripts_stand_on_lines_of_one_height(kit: Kit, application: QApplication) -> None:
    latin, arabic = fonts.font(), fonts.font()
    latin.setFamilies(["Noto Sans"])
    arabic.setFamilies(["Noto Sans Arabic UI"])
    assert application.font().families() == list(fonts.FAMILIES)
    assert QFontMetrics(latin).height() == QFontMetrics(arabic).height()


def picture(button: QPushButton | QToolButton) -> QImage:
    """The icon of a button as pixels."""
    return button.icon().pixmap(button.iconSize()).toImage()


def test_no_widget_has_a_sheet_of_its_own() -> None:
    """Each would have Qt polish all below it once more at every change of theme, which then takes seconds."""
    rooms = Path(style.__file__).parent
    dressed = {path.name for path in rooms.rglob("*.py") if ".setStyleSheet(" in path.read_text(encoding="utf-8")}
    assert dressed == {"theme.py"}
