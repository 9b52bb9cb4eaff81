"""What the tests of the text engine share: the program's fonts, styles in both languages, and a small printer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus.flowables import Flowable

from snhr_desktop.reports.text import FontSet, TextStyle, canvas_with

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
Printer = Callable[..., Path]


@pytest.fixture
def fonts() -> FontSet:
    """The program's own fonts, with nothing shaped and nothing missing yet."""
    return FontSet.load(FONTS)


@pytest.fixture
def english() -> TextStyle:
    """English running text."""
    return TextStyle(size=10, leading=15, align="justify", language="en", space_after=8)


@pytest.fixture
def arabic() -> TextStyle:
    """Arabic running text."""
    return TextStyle(size=11, leading=18, align="justify", direction="rtl", language="ar", space_after=8)


@pytest.fixture
def printed(tmp_path: Path, fonts: FontSet) -> Printer:
    """Print a story on A4 with a column of 435 by 700 points; gives the path of the file."""

    def print_story(story: Sequence[Flowable], name: str = "page.pdf", used: FontSet | None = None) -> Path:
        path = tmp_path / name
        document = BaseDocTemplate(str(path), pagesize=(595.28, 841.89), invariant=1)
        column = Frame(80, 70, 435, 700, 0, 0, 0, 0)
        document.addPageTemplates([PageTemplate("body", [column])])
        document.build(list(story), canvasmaker=canvas_with(used or fonts))
        return path

    return print_story
