"""The file around the pages: what it says of itself, what is attached to it, and what checkers say of it."""

import csv
import io
import json
import re
import subprocess
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pikepdf.pdfa import validate_written
from PIL import Image, ImageCms

from snhr_desktop.figures import table
from snhr_desktop.i18n import ARABIC, ENGLISH, Language
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.file.srgb import srgb_profile
from snhr_desktop.reports.render import BOTH, rendered
from snhr_desktop.reports.texts import Texts
from tests.reports.file.preflight import faults_of
from tests.reports.file.structure import open_file
from tests.reports.specimen import empty, snapshot

EDITIONS = pytest.mark.parametrize("languages", [(ENGLISH,), (ARABIC,), BOTH], ids=["en", "ar", "both"])
ARCHIVE = pytest.mark.parametrize("archive", [False, True], ids=["figures", "archive"])
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
RDF, DC = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}", "{http://purl.org/dc/elements/1.1/}"
XMP, PDF = "{http://ns.adobe.com/xap/1.0/}", "{http://ns.adobe.com/pdf/1.3/}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"


@cache
def content(languages: tuple[Language, ...], archive: bool = False) -> bytes:
    return rendered(snapshot(), languages, archive=archive)[0]


def title(language: Language) -> str:
    return Edition(snapshot(), language, Texts(language.code, "idlib")).title


def alternatives(metadata: ElementTree.Element, name: str) -> dict[str, str]:
    return {li.attrib[XML_LANG]: li.text or "" for li in metadata.iterfind(f".//{name}/{RDF}Alt/{RDF}li")}


@EDITIONS
@ARCHIVE
def test_metadata_is_in_both_languages_and_says_what_older_readers_are_told(
    languages: tuple[Language, ...], archive: bool
) -> None:
    with open_file(content(languages, archive)) as pdf:
        metadata = ElementTree.fromstring(pdf.Root.Metadata.read_bytes())
        titles = alternatives(metadata, f"{DC}title")
        assert titles["en"] == title(ENGLISH)
        assert titles["ar"] == title(ARABIC)
        assert titles["x-default"] == str(pdf.docinfo.Title)
        assert alternatives(metadata, f"{DC}description")["x-default"] == str(pdf.docinfo.Subject)
        assert [li.text for li in metadata.iterfind(f".//{DC}creator//{RDF}li")] == [str(pdf.docinfo.Author)]
        said = [li.text for li in metadata.iterfind(f".//{DC}language//{RDF}li")]
        assert said == [language.code for language in languages]
        assert metadata.findtext(f".//{PDF}Producer") == str(pdf.docinfo.Producer)
        assert metadata.findtext(f".//{XMP}CreatorTool") == str(pdf.docinfo.Creator)
        assert metadata.findtext(f".//{XMP}CreateDate") == "2018-06-13T00:00:00+00:00"
        assert str(pdf.docinfo.CreationDate).startswith("D:20180613000000")
        assert metadata.findtext(f".//{PDFA}part") == ("1" if archive else "3")
        assert metadata.findtext(f".//{PDFA}conformance") == "B"


def test_the_identifier_follows_the_content() -> None:
    def identifier(languages: tuple[Language, ...]) -> str:
        with open_file(content(languages)) as pdf:
            found = re.search(rb"DocumentID>(uuid:[0-9a-f-]{36})<", pdf.Root.Metadata.read_bytes())
        assert found
        return found[1].decode()

    assert len({identifier(languages) for languages in ((ENGLISH,), (ARABIC,), BOTH)}) == 3


@EDITIONS
def test_the_figures_are_attached_for_people_and_for_programs(languages: tuple[Language, ...]) -> None:
    shown = snapshot()
    with open_file(content(languages)) as pdf:
        names = [f"figures-{shown.code}-{language.code}.csv" for language in languages]
        names.append(f"figures-{shown.code}.json")
        assert sorted(pdf.attachments) == sorted(names)
        assert {str(file.AFRelationship) for file in pdf.Root.AF} == {"/Data"}
        assert [str(file.UF) for file in pdf.Root.AF] == names
        for language in languages:
            raw = pdf.attachments[f"figures-{shown.code}-{language.code}.csv"].get_file().read_bytes()
            assert raw.startswith(b"\xef\xbb\xbf")
            text = raw.decode("utf-8-sig")
            assert text == table.as_csv(shown.answers, language, shown.place_name)
            rows = list(csv.DictReader(io.StringIO(text)))
            killed = next(row for row in rows if row["figure"] == "civilians_killed" and not row["breakdown"])
            assert killed["number"] == "1109"
        read = json.loads(pdf.attachments[names[-1]].get_file().read_bytes())
        assert read["figures"]["civilians_killed"]["total"] == 1109
        assert read["as_of"] == "2018-06-13"


@EDITIONS
def test_a_file_for_archives_is_what_it_says(languages: tuple[Language, ...], tmp_path: Path) -> None:
    out = tmp_path / "archive.pdf"
    out.write_bytes(content(languages, archive=True))
    assert not faults_of(out)
    assert validate_written(io.BytesIO(out.read_bytes()), "1b").findings == []


@EDITIONS
def test_a_report_is_a_file_for_archives_that_hold_others(languages: tuple[Language, ...]) -> None:
    report = validate_written(io.BytesIO(content(languages)), "3b")
    assert report.findings == []
    assert report.passed


def test_the_other_checker_sees_what_is_wrong_too() -> None:
    assert not validate_written(io.BytesIO(content((ENGLISH,))), "2b").passed
    spoiled = io.BytesIO()
    with open_file(content((ENGLISH,))) as pdf:
        del pdf.Root.OutputIntents
        pdf.save(spoiled)
    assert not validate_written(spoiled, "3b").passed


def test_an_empty_report_for_archives_is_one_too(tmp_path: Path) -> None:
    out = tmp_path / "archive.pdf"
    out.write_bytes(rendered(empty(), ARABIC, archive=True)[0])
    assert not faults_of(out)


def test_the_checker_of_archives_sees_what_is_wrong(tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    out.write_bytes(content((ENGLISH,)))
    assert faults_of(out)


@EDITIONS
@ARCHIVE
def test_a_checker_finds_the_file_whole(languages: tuple[Language, ...], archive: bool, tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    out.write_bytes(content(languages, archive))
    ran = subprocess.run(["qpdf", "--check", str(out)], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


@EDITIONS
@ARCHIVE
def test_the_same_report_is_the_same_bytes(languages: tuple[Language, ...], archive: bool) -> None:
    assert rendered(snapshot(), languages, archive=archive)[0] == content(languages, archive)


def test_only_a_file_for_archives_is_opaque() -> None:
    def seen_through(archive: bool) -> bool:
        with open_file(content((ENGLISH,), archive)) as pdf:
            resources = [page.Resources for page in pdf.pages]
            states = [state for one in resources if "/ExtGState" in one for state in one.ExtGState.values()]
            return any(float(state.get("/ca", 1)) < 1 for state in states)

    assert seen_through(archive=False)
    assert not seen_through(archive=True)


def test_the_colour_space_is_that_of_the_standard() -> None:
    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    theirs = ImageCms.createProfile("sRGB")
    colours = Image.new(
        "RGB",
        (
            6,
            6,
        ),
        0,
    )
    colours.putdata([(r, g, b) for r in (0, 18, 255) for g in (0, 95, 200) for b in (7, 111, 31, 255)])
    turned = ImageCms.profileToProfile(colours, ours, theirs)
    assert turned is not None
    pairs = zip(colours.tobytes(), turned.tobytes(), strict=True)
    assert max(abs(one - other) for one, other in pairs) <= 1
