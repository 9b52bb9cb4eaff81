"""Real files: what stands on the pages, what does not, and how they are written."""

import io
import re
import stat
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, DictionaryObject

from snhr_desktop.domain.places import built_in
from snhr_desktop.errors import ReadOnlyFolder, UnknownCode
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language, bare
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.publication import for_publication
from snhr_desktop.reports.render import BOTH, render, rendered
from snhr_desktop.reports.texts import Texts
from snhr_desktop.reports.unprintable import say_unprintable
from tests.builders import HOSTILE_TEXTS, attribution, facility, source, victim
from tests.reports.file.searching import found_in
from tests.reports.reading import joined, pages_of, printed, seen_in_browsers, specimen, text_of
from tests.reports.specimen import (
    CHILD_LATIN,
    CHILD_NAME,
    HOSTILE_EN,
    INTERNAL_PSEUDONYM,
    PRINTED_LATIN,
    PRINTED_NAME,
    REAL_SOURCE,
    WITHHELD_LATIN,
    WITHHELD_NAME,
    empty,
    massacre,
    snapshot,
)

IN_EACH = pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))


@IN_EACH
def test_every_figure_stands_on_the_page_with_its_unit_and_number(language: Language) -> None:
    shown = snapshot()
    edition = Edition(shown, language, Texts(language.code, "idlib"))
    text = joined(text_of(specimen(language)))
    for code in FIGURES:
        row = edition.title_of(code) + edition.unit_of(code) + edition.number(code)
        assert joined(row) in text, code


@IN_EACH
def test_another_reader_finds_the_same_numbers_in_the_same_rows(language: Language, tmp_path: Path) -> None:
    shown, out = snapshot(), tmp_path / "report.pdf"
    render(shown, language, out)
    edition = Edition(shown, language, Texts(language.code, "idlib"))
    ran = subprocess.run(["pdftotext", "-layout", str(out), "-"], capture_output=True, check=True, text=True)
    lines = [re.sub("[\u200e\u200f\u202a-\u202e]", "", line) for line in ran.stdout.splitlines()]
    for code in FIGURES:
        rows = [line for line in lines if joined(edition.title_of(code)) in joined(line)]
        assert any(edition.number(code) in row.split() for row in rows), code


def test_both_halves_of_the_bilingual_edition_have_the_same_numbers_under_one_cover() -> None:
    reader = specimen(BOTH)
    cover = pages_of(reader)[0]
    assert cover.count("1,109") == 2
    assert "Syrian Network for Human Rights" in cover
    text = joined(text_of(reader))
    for language in BOTH:
        edition = Edition(snapshot(), language, Texts(language.code, "idlib"))
        for code in FIGURES:
            assert joined(edition.title_of(code) + edition.unit_of(code) + edition.number(code)) in text


@pytest.mark.parametrize("archive", [False, True], ids=["", "archive"])
@pytest.mark.parametrize("languages", [ENGLISH, ARABIC, BOTH], ids=["en", "ar", "both"])
def test_nothing_withheld_is_on_a_page_or_in_the_bytes(
    languages: Language | tuple[Language, ...], archive: bool, tmp_path: Path
) -> None:
    out = tmp_path / "report.pdf"
    render(snapshot(), languages, out, archive=archive)
    shown = subprocess.run(["pdftotext", str(out), "-"], capture_output=True, check=True, text=True).stdout
    with pikepdf.open(out) as pdf, pdf.open_outline() as outline:
        titles = "".join(item.title + "".join(kid.title for kid in item.children) for item in outline.root)
    pages = joined("".join(seen_in_browsers(PdfReader(out)))) + joined(shown) + joined(titles)
    withheld = (WITHHELD_NAME, WITHHELD_LATIN, CHILD_NAME, CHILD_LATIN, REAL_SOURCE, INTERNAL_PSEUDONYM)
    assert not [secret for secret in withheld if joined(secret) in pages]
    content = out.read_bytes()
    assert not found_in(content, [*withheld, WITHHELD_LATIN.upper(), "+963 944", "944 000 111", "35.929", "36.635"])
    printed_name = PRINTED_LATIN if languages == ENGLISH else PRINTED_NAME
    assert joined(printed_name) in pages
    if languages != ENGLISH:
        assert found_in(content, [printed_name])  # what may be printed is found by the same search


def test_record_text_is_never_markup() -> None:
    assert joined(HOSTILE_EN) in joined(text_of(specimen(ENGLISH)))


@pytest.mark.parametrize("text", [*HOSTILE_TEXTS, "A" * 4000], ids=range(len(HOSTILE_TEXTS) + 1))
def test_hostile_text_in_every_field_is_printed(text: str) -> None:
    text = bare(text)  # as a store keeps it
    told, short = massacre(), text[:200]
    incident = replace(
        told.incident, title_ar=short, landmark_ar=short, reference=text[:24], narrative_ar="", narrative_en=text * 4
    )
    spoiled = replace(
        told,
        incident=incident,
        victims=(victim(name_ar=text[:120], name_en=text[:120], age=30, naming="published"),),
        attributions=(attribution("russia", basis_ar=text),),
        facilities=(facility(name_ar=short),),
        sources=(source(pseudonym=text[:80], publisher_ar=text[:120], consent="named"),),
    )
    shown = replace(
        snapshot(),
        massacres=tuple(for_publication(given, "public", built_in()) for given in (spoiled, told)),
    )
    reader = printed(shown, ARABIC)
    pages = joined("".join(seen_in_browsers(reader)))
    words = [word for word in bare(text).split() if word.isascii() and word.isalnum() and len(word) < 30]
    assert all(word in pages for word in words)
    assert all("180600" in page for page in seen_in_browsers(reader)[1:])


@IN_EACH
def test_the_same_snapshot_gives_the_same_bytes(language: Language) -> None:
    assert rendered(snapshot(), language) == rendered(snapshot(), language)


@IN_EACH
def test_an_empty_period_is_printed_too(language: Language) -> None:
    reader = printed(empty(), language)
    assert len(reader.pages) > 5
    assert "R180600" in pages_of(reader)[-1]


@IN_EACH
def test_pages_are_numbered_and_the_contents_lead_to_their_sections(language: Language) -> None:
    reader = specimen(language)
    pages = [joined(page) for page in pages_of(reader)]
    for number, page in enumerate(pages[1:], start=2):
        assert all(sign in page for sign in ("R180600", str(number), str(len(pages))))
    sections = [item for item in reader.outline if isinstance(item, Destination)]
    assert len(sections) == 7
    for section in sections:
        at = reader.get_destination_page_number(section)
        assert at is not None
        assert joined(str(section.title)) in pages[at]
        assert joined(str(section.title)) in pages[1]
    assert len(reader.pages[1].annotations or ()) >= len(sections)


@IN_EACH
def test_a_training_report_says_so_on_every_page(language: Language) -> None:
    mark = {"en": "TRAINING", "ar": "تدريب"}[language.code]
    assert all(mark in page for page in seen_in_browsers(printed(snapshot(training=True), language)))
    assert mark not in text_of(specimen(language))


@pytest.mark.parametrize(("language", "lang", "turn"), [(ENGLISH, "en", "/L2R"), (ARABIC, "ar", "/R2L")])
def test_the_file_says_what_it_is(language: Language, lang: str, turn: str) -> None:
    reader = specimen(language)
    assert reader.metadata is not None
    assert reader.metadata.title == Edition(snapshot(), language, Texts(lang, "idlib")).title
    root = reader.root_object
    assert str(root["/Lang"]) == lang
    view = root["/ViewerPreferences"]
    assert isinstance(view, DictionaryObject)
    assert str(view["/Direction"]) == turn
    assert str(reader.metadata["/CreationDate"]).startswith("D:20180613")


def test_every_font_is_embedded(tmp_path: Path) -> None:
    render(snapshot(), BOTH, tmp_path / "r.pdf")
    listed = subprocess.run(["pdffonts", str(tmp_path / "r.pdf")], capture_output=True, check=True, text=True).stdout
    fonts = listed.splitlines()[2:]
    assert fonts
    assert all(" yes yes yes " in line for line in fonts)


def test_a_long_list_runs_over_pages_under_its_head() -> None:
    reader = printed(snapshot(listed=120), ENGLISH)
    text = text_of(reader)
    assert text.count("IDL-2017-") + text.count("IDL-2018-") >= 120
    heads = [page for page in pages_of(reader) if "Code Date Place Party" in page]
    assert len(heads) >= 3


def test_the_file_is_for_its_owner_and_replaces_the_earlier_one_whole(tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    out.write_bytes(b"earlier")
    missing = render(snapshot(), ENGLISH, out)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert out.read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]
    assert missing == ()


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadOnlyFolder):
        render(snapshot(), ENGLISH, tmp_path / "nowhere" / "report.pdf")


def test_a_bad_text_leaves_the_earlier_file(tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    out.write_bytes(b"earlier")
    with pytest.raises(UnknownCode):
        render(snapshot(), ENGLISH, out, {"en": {"about": "{nothing}"}})
    assert out.read_bytes() == b"earlier"


def test_texts_edited_for_one_report_are_printed() -> None:
    content = rendered(snapshot(), ENGLISH, {"en": {"about": "Edited: {civilians_killed}."}})[0]
    assert content != rendered(snapshot(), ENGLISH)[0]


@IN_EACH
def test_a_character_without_a_typeface_is_told_with_its_page_and_the_words_around_it(language: Language) -> None:
    edited = {"about": "قبل ذلك كتبوا 漢 ثم سكتوا." if language.rtl else "Before that they wrote 漢 and fell silent."}
    content, missing = rendered(snapshot(), language, {language.code: edited})
    (place,) = missing
    assert place.character == "漢"
    assert place.excerpt in edited["about"]
    assert "漢" in place.excerpt
    assert "漢" in pages_of(PdfReader(io.BytesIO(content)))[place.page - 1]
    told = bare(say_unprintable(missing, language))
    assert "U+6F22" in told
    assert place.excerpt in told
    assert language.number(place.page) in told


def test_a_character_of_the_title_is_told_for_every_page_that_bears_it() -> None:
    missing = rendered(snapshot(), ENGLISH, {"en": {"title": "The 漢 year"}})[1]
    pages = [place.page for place in missing]
    assert pages[:3] == [1, 2, 3]
    assert len(pages) == len(set(pages))
    assert bare(say_unprintable(missing, ENGLISH)).count("\n") == 9  # the rest is counted


def test_dates_and_numbers_that_a_record_tells_are_whole_in_arabic(tmp_path: Path) -> None:
    shown, out = snapshot(), tmp_path / "report.pdf"
    first, second = shown.massacres
    incident = replace(first.incident, narrative_ar="بدأ القصف في 2018-03-22 03:45 عند الدرجة -5 ثم توقف بعد ذلك.")
    render(replace(shown, massacres=(replace(first, incident=incident), second)), ARABIC, out)
    ran = subprocess.run(["pdftotext", str(out), "-"], capture_output=True, check=True, text=True)
    assert "2018-03-22 03:45" in bare(ran.stdout)
    assert "-5" in bare(ran.stdout)
