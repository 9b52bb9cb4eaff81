"""Single strings on the canvas."""

from __future__ import annotations

from pathlib import Path

import pytest

from snhr_desktop.reports.text import BilingualCanvas, FontSet, Span, TextStyle, draw_text, text_width

from .reading import read, word_counts, words_on


@pytest.mark.parametrize(
    ("direction", "anchor", "left_share"),
    [
        ("ltr", "start", 0.0),
        ("ltr", "middle", 0.5),
        ("ltr", "end", 1.0),
        ("rtl", "start", 1.0),
        ("rtl", "middle", 0.5),
        ("rtl", "end", 0.0),
    ],
)
def test_text_is_anchored_by_its_direction(
    fonts: FontSet, tmp_path: Path, direction: str, anchor: str, left_share: float
) -> None:
    style = TextStyle().derive(direction=direction)
    canvas = BilingualCanvas(str(tmp_path / "a.pdf"), fonts=fonts, invariant=1)
    width = draw_text(canvas, 300, 400, "2024", style, anchor)  # type: ignore[arg-type]
    canvas.save()
    assert width == pytest.approx(text_width("2024", style, fonts)) == pytest.approx(24)
    ((word, left, right, _),) = words_on(tmp_path / "a.pdf")
    assert word == "2024"
    assert left == pytest.approx(300 - width * left_share, abs=0.05)
    assert right - left == pytest.approx(width, abs=0.05)


def test_line_ends_in_a_label_are_spaces(fonts: FontSet) -> None:
    assert text_width("a\nb", TextStyle(), fonts) == pytest.approx(text_width("a b", TextStyle(), fonts))


def test_a_superscript_is_smaller_and_bold_is_wider(fonts: FontSet) -> None:
    plain = text_width("12", TextStyle(), fonts)
    assert text_width(Span("12", superscript=True), TextStyle(), fonts) == pytest.approx(plain * 0.62)
    assert text_width("word", TextStyle(bold=True), fonts) > text_width("word", TextStyle(), fonts)


def test_reportlabs_own_text_is_refused(fonts: FontSet, tmp_path: Path) -> None:
    canvas = BilingualCanvas(str(tmp_path / "a.pdf"), fonts=fonts)
    with pytest.raises(TypeError, match="draw_text"):
        canvas.setFont("Helvetica", 12)


def test_a_page_total_is_written_through_a_form(fonts: FontSet, tmp_path: Path) -> None:
    canvas = BilingualCanvas(str(tmp_path / "a.pdf"), fonts=fonts, invariant=1)
    for _ in range(2):
        canvas.doForm("total")
        canvas.showPage()
    canvas.beginForm("total")
    draw_text(canvas, 300, 400, "صفحة من 2", TextStyle(direction="rtl"))
    canvas.endForm()
    canvas.save()
    assert word_counts(read(tmp_path / "a.pdf")) == {"صفحة": 2, "من": 2, "2": 2}
