"""Every section in every language, full and empty: words, numbers and sums."""

from dataclasses import fields, is_dataclass, replace

import pytest

from snhr_desktop.figures.figure import Answer
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language, bare
from snhr_desktop.reports.contents import CONTENTS, parts_of
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.kind import THEMATIC
from snhr_desktop.reports.parts import DataTable, Heading
from snhr_desktop.reports.phrases import with_classes
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections import massacres, months, parties, summary
from snhr_desktop.reports.snapshot import Snapshot
from snhr_desktop.reports.texts import Texts
from tests.reports.specimen import answers, empty, snapshot

BOTH = pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
LETTERS = {"en": "abcdefghijklmnopqrstuvwxyz", "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"}


def edition(shown: Snapshot, language: Language) -> Edition:
    return Edition(shown, language, Texts(language.code, shown.period.code))


def words(part: object) -> str:
    """Every word of a part, without direction marks."""
    if isinstance(part, str):
        return bare(part)
    if is_dataclass(part):
        return words([getattr(part, field.name) for field in fields(part)])
    return "\n".join(map(words, part)) if isinstance(part, tuple | list) else ""


@BOTH
@pytest.mark.parametrize("shown", [snapshot(), empty()], ids=["full", "empty"])
@pytest.mark.parametrize("section", CONTENTS[THEMATIC], ids=[section.code for section in CONTENTS[THEMATIC]])
def test_every_section_is_built_in_every_language(section: Section, shown: Snapshot, language: Language) -> None:
    built = section.build(edition(shown, language))
    nothing_published = section.code == "revisions" and not shown.earlier
    assert built or (section.level == 2 and (not shown.incidents or nothing_published))
    assert "{" not in words(built)
    if built:
        assert set(words(built).casefold()) & set(LETTERS[language.code])


@BOTH
def test_headings_are_numbered_in_the_custom_of_the_script(language: Language) -> None:
    report = list(parts_of(edition(snapshot(), language)))
    titles = [bare(p.text) for p in report if isinstance(p, Heading) and p.level == 1]
    starts = {"en": ["I. ", "II. ", "III. ", "IV. ", "Annex A. ", "Annex B. "],
              "ar": ["أولاً: ", "ثانياً: ", "ثالثاً: ", "رابعاً: ", "الملحق أ: ", "الملحق ب: "]}  # fmt: skip
    assert [title.startswith(start) for title, start in zip(titles[1:], starts[language.code], strict=True)] == [
        True
    ] * 6
    keys = [p.key for p in report if isinstance(p, Heading) and p.key]
    assert len(keys) == len(set(keys))


@BOTH
def test_the_columns_of_every_table_sum_to_their_totals(language: Language) -> None:
    checked = 0
    for part in parts_of(edition(snapshot(), language)):
        if not isinstance(part, DataTable) or not part.total:
            continue
        rows = [*part.rows, part.remainder] if part.remainder else part.rows
        for at, column in enumerate(part.columns):
            if column.numeric:
                assert sum(int(row[at].replace(",", "")) for row in rows) == int(part.total[at].replace(",", ""))
                checked += 1
    assert checked >= 20


def test_the_summary_says_the_toll_with_the_right_plurals() -> None:
    said = {language.code: words(summary.build(edition(snapshot(), language))) for language in (ENGLISH, ARABIC)}
    assert "of at least 1,109 civilians, among them 255 children and 209 women." in said["en"]
    assert "مقتل ما لا يقل عن 1,109 مدنيين، بينهم 255 طفلاً و209 سيدات، على يد قوات الحلف السوري الروسي" in said["ar"]
    assert "at least 1 attack with chemical weapons" in said["en"]
    assert "ما لا يقل عن هجوم واحد بأسلحة كيميائية" in said["ar"]
    assert "11 من كوادر الدفاع المدني" in said["ar"]
    assert "حادثتان غير مؤكدتَي التاريخ" in said["ar"]


@pytest.mark.parametrize(
    ("number", "english", "arabic"),
    [
        (1, "at least 1 massacre.", "مجزرة واحدة."),
        (2, "at least 2 massacres.", "مجزرتين."),
        (3, "at least 3 massacres.", "3 مجازر."),
        (11, "at least 11 massacres.", "11 مجزرة."),
        (100, "at least 100 massacres.", "100 مجزرة."),
    ],
)
def test_a_number_governs_its_noun(number: int, english: str, arabic: str) -> None:
    counted = answers() | {"massacres": Answer("massacres", "incidents", number, answers()["massacres"].by)}
    shown = replace(snapshot(), answers=counted)
    assert english in words(summary.build(edition(shown, ENGLISH)))
    assert arabic in words(summary.build(edition(shown, ARABIC)))


def test_nobody_killed_is_said_and_not_counted() -> None:
    said = words(summary.build(edition(empty(), ENGLISH)))
    assert "documented no killing of a civilian in Idlib governorate by the parties to the conflict" in said
    assert "at least 0" not in said


def test_the_party_of_a_row_carries_its_classes() -> None:
    said = words(summary.build(edition(snapshot(), ENGLISH)))
    assert "Syrian regime forces: at least 571 civilians, among them 130 children and 105 women" in said


def test_a_toll_of_whom_nothing_is_known_says_only_its_number() -> None:
    assert with_classes(9, {"not_known": 9}, ENGLISH, ("men", "not_known")) == "at least 9 civilians"
    assert with_classes(9, {"men": 2, "not_known": 7}, ENGLISH, ("men", "not_known")).endswith(
        "7 persons of unknown sex or age"
    )
    assert with_classes(1, {"women": 1}, ENGLISH) == "at least 1 civilian: 1 woman"


def test_every_month_of_the_period_has_its_row() -> None:
    chart, table = months.build(edition(snapshot(), ENGLISH))
    assert isinstance(table, DataTable)
    assert (table.rows[0][:2], table.rows[-1][:2], len(table.rows)) == (("May 2017", "12"), ("May 2018", "36"), 13)
    assert "The highest toll was that of March 2018: at least 203 civilians." in words(chart)


def test_joint_responsibility_stands_in_a_row_of_its_own() -> None:
    table, _ = parties.build(edition(snapshot(), ENGLISH))
    assert isinstance(table, DataTable)
    assert [row[:2] for row in table.rows][-1] == (
        "Regime or Russian forces: both, or not yet established which",
        "136",
    )


def test_a_massacre_is_told_with_its_attribution_and_sources() -> None:
    said = words(massacres.build(edition(snapshot(), ENGLISH)))
    assert "Joint responsibility of Russian forces and Syrian regime forces, until one party is established." in said
    assert "at least 28 civilians, among them 2 men, 9 women, 15 children and 2 persons of unknown sex or age" in said
    assert "Civil Defence member (28 killed, as stated)" in said
    assert "1 source is not for publication." in said
    assert "The narrative of this incident is available in Arabic only." in said
    arabic = words(massacres.build(edition(snapshot(), ARABIC)))
    assert "مسؤولية مشتركة بين القوات الروسية وقوات النظام السوري إلى حين إثبات الطرف المسؤول." in arabic
    assert "ضربة ثانية بعد 30 دقيقة." in arabic
