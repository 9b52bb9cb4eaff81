"""Every kind of file of the folder beside the project comes in through a mapping made in the window.

What it holds is counted here by a few lines of its own over the raw file. Where the folder is absent, files of the same
kinds are made.
"""

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from snhr_desktop.domain.records import Dossier
from snhr_desktop.i18n import bare
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.dialogs import file_dialog
from snhr_desktop.ui.exchange.page import ExchangePage
from snhr_desktop.workspace import Workspace
from tests.exchange.archive import folder_file, row
from tests.exchange.shared_files import DATA
from tests.exchange.workbooks import workbook
from tests.ui.exchange.driving import Settle, chips, made, read_again, take_for, take_in, taken_for, tried

KEY = "file.key"
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class Kind(NamedTuple):
    """A kind of file: its path in the folder, how one is made elsewhere, what the guess missed, and what is counted.

    `raw` gives what is counted for each record of the file, `kept` the same of a record of ours.
    """

    shared: str
    make: Callable[[Path], Path]
    changes: Mapping[str, str]
    raw: Callable[[Path], Iterator[str]]
    kept: Callable[[Dossier], str]


def table(path: Path, encoding: str = "utf-8-sig", above: int = 0) -> Sequence[dict[str, str]]:
    """The rows of a table in a text file below its header and its line of tags, the columns named by either."""
    with path.open(encoding=encoding, newline="") as file:
        lines = list(csv.reader(file))[above:]
    names = [name or tag for name, tag in zip([*lines[0], *[""] * len(lines[1])], lines[1], strict=False)]
    return [dict(zip(names, line, strict=False)) for line in lines[2:] if any(line)]


def sheet(path: Path, above: int = 0) -> Sequence[dict[str, Any]]:
    """The rows of the first sheet of a workbook, likewise."""
    lines = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[above:]
    names = [str(name or tag) for name, tag in zip(lines[0], lines[1], strict=True)]
    return [dict(zip(names, line, strict=True)) for line in lines[2:] if any(line)]


def filled(cells: Iterator[str]) -> Iterator[str]:
    """Cells that are merged with the one above say what it says."""
    last = ""
    for said in cells:
        last = said or last
        yield last


def day(given: Dossier) -> str:
    return str(given.incident.date.first or "")


def in_words(text: str) -> str:
    """A day such as 3 May 2013, or 1 March 2015."""
    number, month, year = text.split() if text else ("", "", "")
    return f"{year}-{MONTHS.index(month[:3]) + 1:02}-{int(number):02}" if text else ""


# --- the files that are made where the folder is absent -----------------------------------------------------------


def archive(folder: Path) -> Path:
    rows = [row(f"SAR{number:02}0415", f"2015-04-{number:02}") for number in range(1, 28)]
    return folder_file(folder, "archive.json", json.dumps([*rows, row("SAR280415", "")]))


def camps(folder: Path) -> Path:
    head = "SSID,Camp Name,Commune,Date of Assessment,Number of Individuals\n#activity_id,#loc,#adm3,#report_date,\n"
    rows = (f"111_{number},Camp {number},Commune,{number} May 2013,{number}\n" for number in range(1, 20))
    return folder_file(folder, "camps.csv", head + "".join(rows))


def who_does_what(folder: Path) -> Path:
    head = "Country name,Admin level 1,Latitude,Longitude,Sector (English),Organisation name\n"
    tags = "#country,#adm1,#lat_deg,#lon_deg,#sector,#org\n"
    rows = (f"Chad,East,8.25,16.42,{sector},{name}\n" for sector in ("Water", "Health") for name in "ABCD")
    return folder_file(folder, "who.csv", head + tags + "".join(rows))


def disasters(folder: Path) -> Path:
    head = ("ISO3", "Name", "Year", "Start Date", "Event Name", "Hazard Type", "New Displacements")
    tags = ("#country+code", "#country+name", "#date+year", "#date+start", "#description", "#crisis+type", "#idps")
    rows = [("AFG", "Afghanistan", 2018, f"2018-07-{number:02}", f"Flood {number}", "Flood", 2) for number in (1, 2, 2)]
    return workbook(folder / "disasters.xlsx", {"Sheet1": (head, tags, *rows)})


def merged(folder: Path) -> Path:
    def join(book: Any) -> None:
        book.worksheets()[0].merge_range(0, 0, 0, 2, "¿Qué?")

    rows = (("",), ("Registro", "Sector", "País", ""), ("", "#sector", "#country", "#date+reported"),
            ("001", "WASH", "Panamá", "1 March 2015"), ("002", "Salud", "Colombia", "2 March 2015"))  # fmt: skip
    return workbook(folder / "merged.xlsx", {"input": rows}, join)


def latin(folder: Path) -> Path:
    text = "Qué?,,,\nRegistro,Sector,País,\n,#sector,#country,#date+reported\n001,WASH,Panamá,1 March 2015\n002,É,Ñ,\n"
    path = folder / "latin.csv"
    path.write_bytes(text.encode("cp1252"))
    return path


def banner(folder: Path) -> Path:
    text = (
        "Junk,Junk,Junk,Junk\nOrg,No hashtag,Province,Number affected\n#org,,#adm1,#affected\nX,x,Coast,1\nY,y,Hill,2\n"
    )
    return folder_file(folder, "banner.csv", text)


KINDS: Mapping[str, Kind] = {
    "archive": Kind(
        "syrian_archive_chemical_incidents.json",
        archive,
        {"summary_ar": "incident.narrative_ar"},
        lambda path: (one["incident_date"].strip() for one in json.loads(path.read_text("utf-8"))),
        day,
    ),
    "camps": Kind(
        "hxl/iom-haiti-dtm.csv",
        camps,
        {"SSID": KEY, "Camp Name": "incident.landmark_en"},
        lambda path: (in_words(one["Date of Assessment"]) for one in table(path)),
        day,
    ),
    "who does what": Kind(
        "hxl/unhcr-3w.csv",
        who_does_what,
        {"Latitude": KEY, "Sector (English)": KEY, "Organisation name": KEY, "Country name": "incident.title_en"},
        lambda path: (one["Country name"] for one in table(path)),
        lambda given: given.incident.title_en,
    ),
    "disasters": Kind(
        "bad_files/input-broken.xlsx",
        disasters,
        {**dict.fromkeys(("ISO3", "Event Name", "Hazard Type", "New Displacements"), KEY), "Name": ""},
        lambda path: (one["Start Date"] for one in {str(one): one for one in sheet(path)}.values()),
        day,
    ),
    "merged": Kind(
        "bad_files/input-merged.xlsx",
        merged,
        {"Registro": KEY, "País": "incident.title_en"},
        lambda path: filled(one["País"] for one in sheet(path, 1)),
        lambda given: given.incident.title_en,
    ),
    "latin": Kind(
        "bad_files/input-valid-latin1.csv",
        latin,
        {"Registro": KEY},
        lambda path: (in_words(one["#date+reported"]) for one in table(path, "latin1", 1)),
        day,
    ),
    "banner": Kind(
        "bad_files/input-multiple-headers.csv",
        banner,
        {"Org": KEY, "Province": "incident.landmark_en"},
        lambda path: (one["Province"] for one in table(path, above=1)),
        lambda given: given.incident.landmark_en,
    ),
}


@pytest.mark.parametrize("beside", [True, False], ids=["shared", "made"])
@pytest.mark.parametrize("name", KINDS)
def test_a_file_comes_in_through_a_mapping_made_here(
    page: ExchangePage, workspace: Workspace, qtbot: QtBot, settle: Settle, tmp_path: Path, name: str, beside: bool
) -> None:
    kind = KINDS[name]
    path = DATA / kind.shared if beside else kind.make(tmp_path)
    if not path.is_file():
        pytest.skip("the shared files are not on this machine")
    expected = Counter(kind.raw(path))
    made(page, qtbot, path, settle)
    for column, target in kind.changes.items():
        take_for(page, column, target, settle)
        assert (taken_for(page, column) == "Not taken in") == (not target)
    tried(page, qtbot)
    read, new, _, _, refused, _ = chips(page)
    assert (new, read - refused) == (expected.total(), expected.total())
    assert workspace.incidents(IncidentQuery()).total == 0
    take_in(page, qtbot)
    settle()
    assert Counter(map(kind.kept, all_of(workspace))) == expected


def all_of(workspace: Workspace) -> Iterator[Dossier]:
    return iter(workspace.dossiers([one.uid for one in workspace.incidents(IncidentQuery(limit=10_000)).rows]))


# --- texts that are no tables, and submissions with their form ----------------------------------------------------


@pytest.mark.parametrize(("name", "encoding"), [("arabic-sample-a.txt", "utf-8"), ("arabic-sample-b.txt", "cp1256")])
def test_a_text_of_paragraphs_in_either_encoding_comes_in(
    page: ExchangePage, workspace: Workspace, qtbot: QtBot, settle: Settle, tmp_path: Path, name: str, encoding: str
) -> None:
    path = DATA / "bad_files" / name
    if not path.is_file():
        path = tmp_path / name
        path.write_bytes("\n\n".join(("عن المغرب", "كلام طويل " * 30, "وكلام آخر " * 30)).encode(encoding))
    paragraphs = [line.strip() for line in path.read_bytes().decode(encoding).splitlines() if line.strip()]
    made(page, qtbot, path, settle)
    tried(page, qtbot)
    assert chips(page)[1] == len(paragraphs) - 1, "the first one is taken for the names of the columns"
    take_in(page, qtbot)
    settle()
    assert sorted(one.incident.narrative_ar for one in all_of(workspace)) == sorted(paragraphs[1:])


SURVEY = [
    ["type", "name", "label::English (en)", "label::Arabic (ar)", "required"],
    ["date", "incident_date", "Incident date", "تاريخ الحادثة", "yes"],
    ["select_one gov", "gov", "Governorate", "المحافظة", "yes"],
    ["begin repeat", "victim", "Victim", "الضحية", ""],
    ["text", "name_ar", "Name (Arabic)", "الاسم بالعربية", ""],
    ["integer", "age", "Age", "العمر", ""],
    ["end repeat", "", "", "", ""],
]
PEOPLE = {"2018-03-22": [("أحمد", "30"), ("سعاد", "")], "2018-03-23": [("ليلى", "7")], "2018-03-24": []}


@pytest.fixture
def form(tmp_path: Path) -> Path:
    shared = DATA / "incident_bilingual_xlsform.xlsx"
    choices = [["list_name", "name", "label::English (en)"], ["gov", "idlib", "Idlib"]]
    return shared if shared.is_file() else workbook(tmp_path / "form.xlsx", {"survey": SURVEY, "choices": choices})


def submissions(folder: Path) -> Path:
    """One XML file for each day, in a folder of its own, as phones keep them."""
    for day_, people in PEOPLE.items():
        there = folder / "phone" / day_
        there.mkdir(parents=True)
        parts = "".join(f"<victim><name_ar>{name}</name_ar><age>{age}</age></victim>" for name, age in people)
        said = f"<incident_date>{day_}</incident_date><gov>idlib</gov>{parts}"
        folder_file(there, "submission.xml", f'<data id="incident">{said}</data>')
    return folder / "phone"


def test_submissions_come_in_with_the_form_they_were_filled_in_with(
    page: ExchangePage,
    workspace: Workspace,
    qtbot: QtBot,
    settle: Settle,
    tmp_path: Path,
    form: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    card = page.importing
    made(page, qtbot, submissions(tmp_path), settle)
    monkeypatch.setattr(file_dialog, "ask_for_file", lambda *_: form)
    card.form.choose("other")
    card.form.chosen.emit("other")
    settle()
    qtbot.waitUntil(lambda: page.mapping.isVisible() and page.mapping.act.isEnabled())
    assert bare(card.form.currentText()) == form.name
    assert taken_for(page, "incident_date") == "Date, or first day"
    assert page.mapping.constants.field.code() == "victims.outcome", "neither the form nor a submission says it"
    page.mapping.constants.value.choose("killed")
    page.mapping.constants.value.chosen.emit("killed")
    read_again(page, settle)
    tried(page, qtbot)
    assert chips(page)[1] == len(PEOPLE)
    take_in(page, qtbot)
    settle()
    kept = {day(one): [(each.name_ar, str(each.age or "")) for each in one.victims] for one in all_of(workspace)}
    assert kept == PEOPLE
    assert {one.incident.place.pcode[:4] for one in all_of(workspace)} == {"SY07"}


@pytest.mark.parametrize(
    "name",
    ["duplicate_columns.xlsx", "xl_date_ambiguous.xlsx", "incident_bilingual_xlsform.xlsx", "extra_columns.xlsx"],
)
def test_a_form_that_is_taken_for_records_is_refused(
    page: ExchangePage, desk: Desk, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    told: list[str] = []
    desk.told.connect(lambda words, _: told.append(bare(desk.tongue.say(words))))
    shared = next((one for one in (DATA / name, DATA / "bad_files" / name) if one.is_file()), None)
    page.importing.take(shared or workbook(tmp_path / name, {"survey": SURVEY}))
    qtbot.waitUntil(lambda: bool(told))
    assert "it is a blank form" in told[0]
    assert not page.mapping.isVisible()


def test_what_is_no_form_is_told_beside_the_choice(
    page: ExchangePage, qtbot: QtBot, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = workbook(tmp_path / "other.xlsx", {"a": [["x"], ["1"]]})
    monkeypatch.setattr(file_dialog, "ask_for_file", lambda *_: other)
    page.importing.take(submissions(tmp_path))
    settle()
    page.importing.form.chosen.emit("other")
    qtbot.waitUntil(lambda: bool(page.importing.form_line.complaint()))
    page.importing.form.choose("")
    page.importing.form.chosen.emit("")
    settle()
    qtbot.waitUntil(page.mapping.act.isEnabled)
    assert not page.importing.form_line.complaint()


def test_a_folder_is_chosen_or_dropped(
    page: ExchangePage, qtbot: QtBot, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = submissions(tmp_path)
    monkeypatch.setattr(file_dialog, "ask_for_folder", lambda *_: folder)
    page.importing.file.folder.click()
    settle()
    qtbot.waitUntil(page.mapping.isVisible)
    assert page.importing.path == folder
