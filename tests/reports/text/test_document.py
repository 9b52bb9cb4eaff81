"""The file as a whole: text that is found again, fonts that are embedded, bytes that repeat."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest
from reportlab.platypus import Spacer
from reportlab.platypus.flowables import Flowable

from snhr_desktop.reports.text import FontSet, Paragraph, Span, Table, TextStyle
from snhr_desktop.reports.text.table import Column

from .conftest import FONTS, Printer
from .reading import FORMAT_CHARACTERS, read, read_with_pdfium, read_with_pypdf, share_found, word_counts

NARRATIVES = Path(__file__).resolve().parents[4] / "shared" / "data" / "syrian_archive_chemical_incidents.json"

ENGLISH = (
    "The network documented 128 incidents in March 2024 (up 12.5% on the month before), among them 37 arrests.",
    "Security officers (ضباط الأمن) broke into house no. 14 at 03:45 on 17 March; the official affidavit affirms it.",
    "Write to info@example.org or call +963 11 223 3445; the file itself is at https://example.org/en/report.",
    "At least 1,204 civilians – of whom 87 were children – were killed in al-Ṣāliḥīn, Ğazīra and Şırnak…",
)
ARABIC = (
    "وثّقت الشبكة خلال شهر آذار/مارس 2024 ما مجموعه 128 حادثة (بزيادة 12.5% عن الشهر السابق)، من بينها 37 حالة احتجاز.",
    "اقتحمت قوات الأمن المنزل رقم 14 عند الساعة 03:45 فجراً بتاريخ \u20662024-03-17\u2069، وأفاد الشهود بذلك لاحقاً.",
    "للتواصل \u2066+963 11 223 3445\u2069 أو info@example.org، والتقرير منشور على https://example.org/ar للجميع.",
    "لا إله إلا الله. الأسلحة، الإسلام، للآخرين، الآلاف، ملأ، أكثر من أكسجين، عربين، العلاج في المشفى، بين الأنقاض.",
    "قالت منظمة «العفو» الدولية (Amnesty International) إنّ القصف المدفعيّ أصاب ثلاثة مبانٍ سكنيّة في حيّ الصالحين.",
)
VOCALISED = "يُولَدُ جَمِيعُ النَّاسِ أَحْرَارًا مُتَسَاوِينَ فِي الْكَرَامَةِ وَالْحُقُوقِ"


def found(printed: Printer, fonts: FontSet, text: str, style: TextStyle) -> list[float]:
    path = printed([Paragraph(text, style, fonts)])
    return [share_found(text, reader(path)) for reader in (read, read_with_pypdf)]


@pytest.mark.parametrize("align", ["start", "justify"])
@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_found_again(fonts: FontSet, printed: Printer, english: TextStyle, text: str, align: str) -> None:
    assert found(printed, fonts, text, english.derive(align=align)) == [1.0, 1.0]


@pytest.mark.parametrize("align", ["start", "justify"])
@pytest.mark.parametrize("text", ARABIC)
def test_arabic_is_found_again(fonts: FontSet, printed: Printer, arabic: TextStyle, text: str, align: str) -> None:
    assert min(found(printed, fonts, text, arabic.derive(align=align))) >= 0.985


def test_a_vocalised_text_is_found_again(fonts: FontSet, printed: Printer, arabic: TextStyle) -> None:
    assert found(printed, fonts, VOCALISED, arabic) == [1.0, 1.0]


@pytest.mark.skipif(not NARRATIVES.exists(), reason="the collected narratives are not part of the project")
@pytest.mark.parametrize(("key", "share"), [("summary_ar", 0.985), ("summary_en", 0.999)])
def test_collected_narratives_are_found_again(
    fonts: FontSet, printed: Printer, english: TextStyle, arabic: TextStyle, key: str, share: float
) -> None:
    records = json.loads(NARRATIVES.read_text(encoding="utf-8"))
    texts = [
        " ".join(word for word in record[key].split() if "/" not in word and "_" not in word) for record in records
    ]
    style = arabic if key.endswith("ar") else english
    path = printed([Paragraph(text, style, fonts) for text in texts if text])
    assert (
        min(share_found("\n".join(texts), reader(path)) for reader in (read, read_with_pypdf, read_with_pdfium))
        >= share
    )
    assert not fonts.missing


def test_what_steers_the_text_leaves_nothing_in_it(fonts: FontSet, printed: Printer, arabic: TextStyle) -> None:
    text = "قبل\u200f \u2066ABC\u2069 \u202bبعد\u202c مي\u200cخ\ufeff\u00ad"
    plain = read_with_pypdf(printed([Paragraph(text, arabic, fonts)]))
    assert FORMAT_CHARACTERS.search(plain) is None
    assert {"ABC", "قبل", "بعد"} <= set(word_counts(plain))


def test_isolated_dates_and_numbers_read_as_written(fonts: FontSet, printed: Printer, arabic: TextStyle) -> None:
    text = read(printed([Paragraph(ARABIC[1] + ARABIC[2], arabic, fonts)]))
    for whole in ("2024-03-17", "963 11 223 3445", "03:45", "info@example.org", "https://example.org/ar"):
        assert whole in text


def story(fonts: FontSet, english: TextStyle, arabic: TextStyle) -> list[Flowable]:
    spans: list[str | Span] = [
        "See ",
        Span("bold", bold=True),
        Span(" slant", italic=True),
        Span("2", superscript=True),
        " 漢 Ṣ.",
    ]
    columns = (Column("الجهة"), Column("العدد", numeric=True))
    return [
        *[Paragraph(text, english, fonts) for text in ENGLISH],
        Paragraph(spans, english, fonts),
        *[Paragraph(text, arabic, fonts, marker="•") for text in (*ARABIC, VOCALISED)],
        Spacer(1, 10),
        Table(columns, [["إدلب", "1,204"], ["حلب", "98"]], arabic, fonts, total=["المجموع", "1,302"]),
    ]


def test_every_font_is_embedded_and_subset(
    fonts: FontSet, printed: Printer, english: TextStyle, arabic: TextStyle
) -> None:
    path = printed(story(fonts, english, arabic))
    assert fonts.missing == {"漢"}
    with pikepdf.open(path) as pdf:
        resources = pdf.pages[0].Resources.Font
        assert len(list(resources.keys())) == 3
        for font in resources.values():
            (descendant,) = font.DescendantFonts
            assert "+" in str(font.BaseFont)
            assert len(descendant.FontDescriptor.FontFile2.read_bytes()) < 60_000
            assert b"beginbfchar" in font.ToUnicode.read_bytes()
        assert b"Helvetica" not in path.read_bytes()


def test_the_same_report_is_the_same_bytes(printed: Printer, english: TextStyle, arabic: TextStyle) -> None:
    files = []
    for name in ("one.pdf", "two.pdf"):
        fonts = FontSet.load(FONTS)
        files.append(printed(story(fonts, english, arabic), name, fonts).read_bytes())
    assert files[0] == files[1]


def test_a_missing_font_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="IBMPlexSansArabic-Regular"):
        FontSet.load(tmp_path)
