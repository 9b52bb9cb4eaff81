"""The tagged file: headings, lists, tables, charts and links as a screen reader is told of them."""

from dataclasses import replace
from functools import cache

import pikepdf
import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language, bare
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import Bullets, DataTable, Facts, Heading, Picture
from snhr_desktop.reports.publication import for_publication
from snhr_desktop.reports.render import BOTH, rendered, written
from snhr_desktop.reports.sections import side_by_side
from tests.reports.file.structure import Node, open_file, painted_on, parents, tree_of
from tests.reports.specimen import massacre, snapshot

LISTED = 60
EDITIONS = pytest.mark.parametrize("languages", [(ENGLISH,), (ARABIC,), BOTH], ids=["en", "ar", "both"])


@cache
def content(languages: tuple[Language, ...]) -> bytes:
    return rendered(snapshot(listed=LISTED), languages)[0]


def parts_of_languages(root: Node) -> dict[str, Node]:
    """The part of each language, without the cover."""
    return {part.language: part for part in root.kids[1:]}


def manuscripts(languages: tuple[Language, ...]) -> dict[str, Manuscript]:
    return {m.edition.language.code: m for m in written(snapshot(listed=LISTED), languages)}


def outline(node: Node) -> list[tuple[int, str]]:
    """(level, text of the stream's tag) of the headings; the text is what outline and contents say, in order."""
    return [(int(kid.kind[1]), kid.language) for kid in node.every("H1", "H2", "H3")]


@EDITIONS
def test_every_heading_stands_in_order_and_in_its_section(languages: tuple[Language, ...]) -> None:
    with open_file(content(languages)) as pdf:
        parts = parts_of_languages(tree_of(pdf))
        both = [""] if len(languages) > 1 else []  # the narratives side by side, of neither language
        assert list(parts) == [*(language.code for language in languages), *both]
        for code, manuscript in manuscripts(languages).items():
            headings = [part for part in manuscript.parts if isinstance(part, Heading)]
            assert outline(parts[code]) == [(heading.level, code) for heading in headings]
            for section in parts[code].every("Sect"):
                assert [kid.kind for kid in section.kids if kid.kind.startswith("H")] in (
                    [], [section.kids[0].kind]
                )  # fmt: skip
            if code == "ar":
                said = [str(node.entry.ActualText) for node in parts[code].every("H1", "H2", "H3")]
                assert [bare(text) for text in said] == [bare(heading.text) for heading in headings]


@EDITIONS
def test_nothing_is_painted_outside_a_mark_and_every_mark_has_its_element(languages: tuple[Language, ...]) -> None:
    with open_file(content(languages)) as pdf:
        root, above = tree_of(pdf), parents(pdf)
        by_page: dict[int, dict[int, Node]] = {}
        for node in root.walk():
            for on, number in node.passages:
                assert number not in by_page.setdefault(on, {})
                by_page[on][number] = node
        for at, page in enumerate(pdf.pages):
            found = painted_on(page)
            assert not found.bare
            assert not found.nested
            assert sorted(found.numbers) == list(range(len(found.numbers)))
            assert set(found.numbers) == set(by_page.get(at, {}))
            assert page.Tabs == "/S"
            listed = above[int(page.StructParents)]
            for number, kind in found.kinds.items():
                node = by_page[at][number]
                assert node.kind == kind
                assert listed[number].objgen == node.entry.objgen
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == languages[0].code


@EDITIONS
def test_tables_have_their_rows_columns_and_heads(languages: tuple[Language, ...]) -> None:
    with open_file(content(languages)) as pdf:
        parts = parts_of_languages(tree_of(pdf))
        for code, manuscript in manuscripts(languages).items():
            tables = [part for part in manuscript.parts if isinstance(part, DataTable | Facts)]
            drawn = parts[code].every("Table")
            assert len(tables) == len(drawn)
            for table, node in zip(tables, drawn, strict=True):
                rows = node.every("TR")
                shape = [len(row.kids) for row in rows]
                if isinstance(table, Facts):
                    assert shape == [2] * len(table.rows)
                    continue
                body = len(table.rows) + bool(table.remainder) + bool(table.total)
                assert shape == [len(table.columns)] * (1 + body)
                assert {str(cell.entry.A.Scope) for cell in rows[0].kids} == {"/Column"}
                assert all(cell.kind == "TH" for cell in rows[0].kids)
                for row in rows[1:]:
                    assert [cell.kind for cell in row.kids[1:]] == ["TD"] * (len(table.columns) - 1)
                    if not table.columns[0].numeric:
                        assert str(row.kids[0].entry.A.Scope) == "/Row"


@EDITIONS
def test_charts_say_what_they_show_and_lists_have_their_items(languages: tuple[Language, ...]) -> None:
    with open_file(content(languages)) as pdf:
        parts = parts_of_languages(tree_of(pdf))
        for code, manuscript in manuscripts(languages).items():
            said = [part.chart.summary for part in manuscript.parts if isinstance(part, Picture)]
            assert [str(node.entry.Alt) for node in parts[code].every("Figure")] == said
            lists = [part for part in manuscript.parts if isinstance(part, Bullets)]
            items = [len(node.kids) for node in parts[code].every("L")]
            assert items == [len(part.items) for part in lists]
            for item in parts[code].every("LI"):
                assert [kid.kind for kid in item.kids] == ["Lbl", "LBody"]


@EDITIONS
def test_every_link_is_an_element_and_says_where_it_leads(languages: tuple[Language, ...]) -> None:
    with open_file(content(languages)) as pdf:
        root, above = tree_of(pdf), parents(pdf)
        links = [(node, area) for node in root.every("Link") for area in node.areas]
        annotations = [area for page in pdf.pages if "/Annots" in page for area in page.Annots]
        assert len(links) == len(annotations)
        for node, area in links:
            assert above[int(area.StructParent)].objgen == node.entry.objgen
            assert str(area.Contents).strip()
            assert int(area.F) == 4
        parts = parts_of_languages(root)
        for code, manuscript in manuscripts(languages).items():
            listed = [part.text for part in manuscript.parts if isinstance(part, Heading) and part.listed]
            if len(languages) > 1:
                listed.append(manuscript.edition.text(side_by_side.TITLE))
            entries = parts[code].every("TOCI")
            assert len(entries) == len(listed)
            for entry, title in zip(entries, listed, strict=True):
                (area,) = entry.every("Link")[0].areas
                assert sorted(bare(str(area.Contents)).split()) == sorted(bare(title).split())


@EDITIONS
def test_notes_are_found_by_their_names(languages: tuple[Language, ...]) -> None:
    with open_file(content(languages)) as pdf:
        notes = {bytes(node.entry.ID): node.entry.objgen for node in tree_of(pdf).every("Note")}
        found = dict(pikepdf.NameTree(pdf.Root.StructTreeRoot.IDTree).items())
        assert notes
        assert {name.encode(): entry.objgen for name, entry in found.items()} == notes
        assert list(found) == sorted(found)


@pytest.mark.parametrize("training", [False, True], ids=["", "training"])
def test_everything_on_the_cover_is_read_out(training: bool) -> None:
    with open_file(rendered(snapshot(training=training), BOTH)[0]) as pdf:
        assert not painted_on(pdf.pages[0]).unread


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    long = massacre()
    told = replace(long.incident, narrative_en=" ".join([long.incident.narrative_en.replace("\n", " ")] * 30))
    shown = replace(snapshot(), massacres=(for_publication(replace(long, incident=told), "public", built_in()),) * 2)
    with open_file(rendered(shown, BOTH)[0]) as pdf:
        over = [n for n in tree_of(pdf).every("P", "LBody", "TD") if len({page for page, _ in n.passages}) > 1]
    assert over


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
def test_a_passage_in_another_language_says_so(language: Language) -> None:
    with open_file(content((language,))) as pdf:
        part = tree_of(pdf).kids[1]
        assert {node.language for node in part.walk() if node.passages} == {language.code, "ar"}
        assert part.entry.Lang == language.code
