"""Every file that offices have brought and no table should be, made anew: what an import says of each."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.exchange.workbooks import Book, changed, workbook

MAPPING = """
[file]
code = "bad_files"
name_en = "Bad files"
name_ar = "ملفات فاسدة"
rows = "both"
group_by = ["code"]
[incident]
title_ar = "title"
kinds = { value = ["killing"] }
[date]
column = "date"
code_column = "code"
code = '^[A-Z]*(?P<day>\\d\\d)(?P<month>\\d\\d)(?P<year>\\d\\d)$'
[place]
names = ["place"]
latitude = "lat"
longitude = "lon"
[[victims]]
name_ar = "name"
number = { columns = ["killed"] }
outcome = { value = "killed" }
civil_status = { value = "civilian" }
"""
COLUMNS = ["code", "title", "date", "place", "lat", "lon", "name", "killed"]
ROW = {"code": "SAR220318", "title": "قصف", "date": "22/3/2018", "place": "سراقب", "lat": "35.86", "lon": "36.80",
       "name": "", "killed": "3"}  # fmt: skip
Made = Callable[[Path], Path]


def csv(**said: str) -> Made:
    """A table of one row, in which something is said otherwise."""
    row = ROW | said

    def make(folder: Path) -> Path:
        path = folder / "list.csv"
        cells = [f'"{row[column]}"' for column in COLUMNS]
        path.write_text(f"{','.join(COLUMNS)}\n{','.join(cells)}\n", encoding="utf-8-sig")
        return path

    return make


def book(folder: Path, rows: list[list[Any]] | None = None, change: Callable[[Book], object] = id) -> Path:
    """A workbook of one row."""
    return workbook(folder / "list.xlsx", {"List": rows or [COLUMNS, [ROW[column] for column in COLUMNS]]}, change)


def cut(folder: Path) -> Path:
    """A workbook whose end did not arrive."""
    path = book(folder)
    path.write_bytes(path.read_bytes()[:-300])
    return path


def half_a_sheet(folder: Path) -> Path:
    """A workbook that unpacks, and whose sheet ends in the middle."""
    return changed(book(folder), "xl/worksheets/sheet1.xml", lambda content: content[: len(content) // 2])


def web_page(folder: Path) -> Path:
    """What servers send in place of a workbook."""
    path = folder / "list.xlsx"
    path.write_text("<html><table><tr><td>code</td></tr></table></html>", encoding="utf-8")
    return path


def wide(folder: Path) -> Path:
    """6,587 columns."""
    names = [*COLUMNS, *(f"c{number}" for number in range(6_587 - len(COLUMNS)))]
    return book(folder, [names, ["x"] * len(names)])


def duplicates(folder: Path) -> Path:
    """Two columns of one name."""
    return book(folder, [[*COLUMNS, "name"], [*(ROW[column] for column in COLUMNS), "another"]])


def bomb(folder: Path) -> Path:
    """Some kilobytes that unpack to seventy megabytes."""
    path = book(folder)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet9.xml", b"<a>" + b" " * (70 << 20) + b"</a>")
    return path


def entities(folder: Path) -> Path:
    """A document type whose entities multiply."""
    laugh = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]>'
    return changed(
        book(folder),
        "xl/worksheets/sheet1.xml",
        lambda content: content.replace(b"<worksheet", laugh + b"<worksheet", 1),
    )


def formulas(folder: Path) -> Path:
    """A cell whose formula was worked out, and one whose never was; one that would call a program."""

    def change(book: Book) -> None:
        sheet = book.worksheets()[0]
        sheet.write_formula("H2", "=70+7", None, 77)
        sheet.write_formula("B2", "=cmd|' /C calc'!A0", None, "قصف")

    path = book(folder, change=change)
    return changed(path, "xl/worksheets/sheet1.xml", lambda content: content.replace(b"<v>77</v>", b""))


def hidden(folder: Path) -> Path:
    """Nothing but hidden sheets."""

    def change(book: Book) -> None:
        sheet = book.add_worksheet("Front")
        sheet.activate()
        sheet.set_first_sheet()
        book.worksheets()[0].hide()

    path = book(folder, change=change)
    return changed(path, "xl/workbook.xml", lambda c: c.replace(b'name="Front"', b'name="Front" state="hidden"'))


def open_quote(folder: Path) -> Path:
    """A quotation mark that no other one ends."""
    path = folder / "list.csv"
    path.write_text('code,title\nA,x\nB,"open\n' + "C,y\n" * 50, encoding="utf-8")
    return path


def deep(folder: Path) -> Path:
    """Lists in lists in lists."""
    path = folder / "list.json"
    path.write_text("[" * 100_000, encoding="utf-8")
    return path


WHOLE: Mapping[str, tuple[Made, str, str]] = {
    "a broken workbook": (cut, "the workbook is damaged. Open it in a spreadsheet", "المصنّف تالف. افتحه"),
    "half a sheet": (half_a_sheet, "the workbook is damaged", "المصنّف تالف"),
    "a page of the web": (web_page, "it is not the workbook its name says", "ليس المصنّف الذي يدل عليه اسمه"),
    "6,587 columns": (wide, "it has 6587 columns; a table of records has fewer", "فيه 6587 عموداً"),
    "a zip bomb": (bomb, "would unpack to 70 MB: it was made to harm, and was not opened", "صُنع للإضرار، ولم يُفتح"),
    "entities that multiply": (entities, "it declares entities", "فيه تعريفات كيانات"),
    "hidden sheets alone": (hidden, "all of its sheets are hidden. Choose one of them", "كل أوراقه مخفية. اختر إحداها"),
    "an open quotation mark": (open_quote, "the quotation mark that opens in line 3", "المفتوحة في السطر 3"),
    "too deep": (deep, "its parts are nested too deeply", "أجزاؤه متداخلة أكثر مما ينبغي"),
    "one code for all": (csv(), "too many rows say “SAR220318”", "صفوف كثيرة جداً تحمل القيمة «SAR220318»"),
}  # fmt: skip
"""Files that are refused as a whole, with what is said of each in both languages."""
TAKEN: Mapping[str, tuple[Made, int, str, str]] = {
    "duplicate headers": (
        duplicates, 1, "Columns of the same name were told apart: name (2)",
        "أعمدة تحمل الاسم نفسه مُيّز بعضها من بعض: name (2)",
    ),
    "a longitude of 4239": (
        csv(lon="4239"), 1, "incomplete or impossible were left out (1)\n  Cell F2 (lon): SAR220318:",
        "إحداثيات ناقصة أو مستحيلة أُهملت (1)\n  الخانة F2 (lon): SAR220318:",
    ),
    "0000-00-00": (
        csv(date="0000-00-00"), 0, "Cell C2 (date): Date: “0000-00-00” names no day. Where it is not known, leave",
        "الخانة C2 (date): التاريخ: «0000-00-00» لا يدل على يوم",
    ),
    "a day that no calendar has": (
        csv(date="31/2/2018"), 0, "Cell C2 (date): Date: “31/2/2018” is not a date that exists. Write it like",
        "الخانة C2 (date): التاريخ: «31/2/2018» ليس تاريخاً صحيحاً",
    ),
    "day and month swapped against the code": (
        csv(code="SAR050318", date="3/5/2018"), 1, "Cell C2 (date): SAR050318: 5 March 2018 instead of 3 May 2018",
        "الخانة C2 (date): SAR050318: 5 آذار 2018 بدلاً من 3 أيار 2018",
    ),
    "a formula that was never worked out": (
        formulas, 1, "Cells whose formula was never worked out, or failed, count as blank (1): H2",
        "خلايا فيها صيغ لم تُحتسب قط أو أخطأت عُدّت فارغة (1): H2",
    ),
    "signs that are not seen": (csv(title="\u202eقصف\u202c\u200f السوق\u2066"), 1, "1 record read", "قُرئ سجل واحد"),
    "apostrophes before names": (csv(name="'سلمى", killed="'1"), 1, "1 record read", "قُرئ سجل واحد"),
    "formulas in a table": (
        csv(title="=cmd|' /C calc'!A0", name="@SUM(1)", killed="1"), 1, "1 record read", "قُرئ سجل واحد",
    ),
}  # fmt: skip
"""Files of one record, whether it is new or refused, and what is said of it in both languages."""
