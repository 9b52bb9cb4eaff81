"""The specimen: one page of what goes wrong most easily, in both languages; kept as a small picture.

`python -m tests.reports.text.hard_cases` draws the picture anew. Look at the page itself first: `... page.pdf`.
"""

from __future__ import annotations

import io
import sys
from itertools import zip_longest
from pathlib import Path

import pypdfium2
from PIL import Image
from reportlab.platypus import BaseDocTemplate, Spacer
from reportlab.platypus.flowables import Flowable

from snhr_desktop.reports.text import (
    Column,
    Content,
    FontSet,
    Footnote,
    NotedFrame,
    NotedPage,
    Paragraph,
    Span,
    Table,
    TextStyle,
    canvas_with,
    isolate_codes,
)

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
PICTURE = Path(__file__).with_suffix(".png")
WIDTH = 248
"""Of the picture, in pixels: letters are no longer read, but a line that ends elsewhere is seen."""

NOTE_EN = TextStyle(size=8, leading=11, language="en", space_after=2)
NOTE_AR = TextStyle(size=8.6, leading=13, language="ar", direction="rtl", space_after=2)
TEXT_EN = TextStyle(size=10, leading=14.5, align="justify", language="en", space_after=7)
TEXT_AR = TextStyle(size=10.8, leading=17, align="justify", direction="rtl", language="ar", space_after=7)
LONG = "لاستنكاراتكمولاستخداماتهمالمتواصلةوالمتكررةوالممنهجةوالواسعةالنطاقفيجميعالمناطقالمأهولة"


def _noted(fonts: FontSet, number: int, text: str, style: TextStyle) -> Span:
    mark = Span(f"{number}", superscript=True, link=f"#note-{number}-mark")
    note = Footnote(Paragraph((mark, f"\u202f{text}"), style, fonts), f"note-{number}")
    return Span(f"{number}", superscript=True, link=f"#{note.key}", note=note)


def _english(fonts: FontSet) -> list[Content]:
    return [
        "Numbers and signs: 1,204 killed (12.5% more), −5 °C, 03:45, 2024-03-17, IDL-2018-00042, 35.8123, 36.6123.",
        "Mixed names: Maʿarrat al-Nuʿmān (معرّة النعمان), Şırnak, Ğazīra; "
        "“he said: ‘نعم، سمعتُ الطائرة (مرتين)’, then left”.",
        (
            "Looks: ", Span("strong", bold=True), ", ", Span("slanted", italic=True), ", a ",
            Span("link", link="https://example.org/en/report?id=7"), " and a note.",
            _noted(fonts, 1, "A note at the foot, with ملاحظة in it and the number +963 11 223 3445.", NOTE_EN),
        ),
        "A long address: https://example.org/en/reports/2018/06/idlib-governorate-after-a-year/annex-b?list=all#row-42.",
    ]  # fmt: skip


def _arabic(fonts: FontSet) -> list[Content]:
    return [
        "يُولَدُ جَمِيعُ النَّاسِ أَحْرَارًا مُتَسَاوِينَ فِي الْكَرَامَةِ وَالْحُقُوقِ. لا إله إلا الله، الأسلحة للآخرين، ملأ الآلافُ الإسلامَ.",
        isolate_codes(
            "أرقام ورموز: 1,204 قتلى (بزيادة 12.5%)، الساعة 03:45 في 2024-03-17، الرمز IDL-2018-00042، "
            "الهاتف +963 11 223 3445، الإحداثيات 35.8123, 36.6123، و٢٢/٣/٢٠١٨."
        ),
        "أسماء مختلطة: منظمة «العفو» الدولية (Amnesty International) وقناة «Al-Jazeera [الجزيرة]»؛ "
        "قال: «سمعتُ ‹الطائرة› مرتين».",
        (
            "هيئات: ", Span("كلام بارز", bold=True), "، و", Span("رابط", link="https://example.org/ar"), "، وحاشية.",
            _noted(fonts, 2, "حاشية في أسفل الصفحة فيها note وتاريخ 17 آذار/مارس 2024.", NOTE_AR),
        ),
        f"كلمة أطول من سطر: {LONG}.",
    ]  # fmt: skip


def _table(fonts: FontSet, style: TextStyle, titles: tuple[str, str, str], names: tuple[str, str, str]) -> Table:
    small = style.derive(size=style.size * 0.85, align="start", space_after=0)
    columns = [Column(titles[0], width=3), *(Column(title, numeric=True) for title in titles[1:])]
    rows = [(names[0], "1,109", "54.2%"), (names[1], "9", "−3")]
    return Table(columns, rows, small, fonts, total=(names[2], "1,118", "–"))


def story(fonts: FontSet) -> list[Flowable]:
    """The page, English first."""
    english = [Paragraph(text, TEXT_EN, fonts) for text in _english(fonts)]
    item, first = TEXT_AR.derive(indent=18), [f"{number}." for number in (1, 2)]
    arabic = [
        Paragraph(text, item if marker else TEXT_AR, fonts, marker=marker)
        for text, marker in zip_longest(_arabic(fonts), first, fillvalue="")
    ]
    tables = (
        _table(fonts, TEXT_EN, ("Party", "Killed", "Share"), ("Forces A (قوات)", "Not known", "Total")),
        _table(fonts, TEXT_AR, ("الجهة", "القتلى", "النسبة"), ("قوات (Forces A)", "غير معلومة", "المجموع")),
    )
    return [*english, tables[0], Spacer(0, 14), *arabic, tables[1]]


def page() -> bytes:
    """The specimen as PDF."""
    fonts, file = FontSet.load(FONTS), io.BytesIO()
    document = BaseDocTemplate(file, pagesize=(595.28, 841.89), invariant=1)
    document.addPageTemplates([NotedPage("noted", [NotedFrame(80, 60, 435, 720, "#8A95A3", rtl=False)])])
    document.build(story(fonts), canvasmaker=canvas_with(fonts))
    assert not fonts.missing
    return file.getvalue()


def picture(pdf: bytes) -> Image.Image:
    """The first page in grey, small."""
    with pypdfium2.PdfDocument(pdf) as document:
        drawn = document[0].render(scale=1.6).to_pil().convert("L")
    small: Image.Image = drawn.resize((WIDTH, round(drawn.height * WIDTH / drawn.width)), Image.Resampling.BOX)
    return small


if __name__ == "__main__":
    if sys.argv[1:]:
        Path(sys.argv[1]).write_bytes(page())
    else:
        picture(page()).quantize(16).save(PICTURE, optimize=True)
