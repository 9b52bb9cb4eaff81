"""A workbook read back without the library that wrote it: cells, formulas, and what they work out to."""

import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

Cells = dict[str, dict[str, str]]
"""The cells of each sheet by name and address; a formula begins with `=`."""
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read(path: Path, *, values: bool = False) -> Cells:
    """Every cell as text: formulas as such, or with `values` what was worked out last."""
    with zipfile.ZipFile(path) as held:
        shared = list(_shared(held))
        targets = {
            one.get("Id"): one.get("Target") for one in ElementTree.fromstring(held.read("xl/_rels/workbook.xml.rels"))
        }
        book = ElementTree.fromstring(held.read("xl/workbook.xml"))
        return {
            str(sheet.get("name")): dict(
                _cells(held.read(f"xl/{targets[sheet.get(_RELATION)]}"), shared, values=values)
            )
            for sheet in book.iter(f"{_MAIN}sheet")
        }


def _shared(held: zipfile.ZipFile) -> Iterator[str]:
    if "xl/sharedStrings.xml" in held.namelist():
        for item in ElementTree.fromstring(held.read("xl/sharedStrings.xml")).iter(f"{_MAIN}si"):
            yield "".join(part.text or "" for part in item.iter(f"{_MAIN}t"))


def _cells(content: bytes, shared: list[str], *, values: bool) -> Iterator[tuple[str, str]]:
    for cell in ElementTree.fromstring(content).iter(f"{_MAIN}c"):
        formula, value = cell.find(f"{_MAIN}f"), cell.find(f"{_MAIN}v")
        if formula is not None and not values:
            yield str(cell.get("r")), f"={formula.text}"
        elif cell.get("t") == "inlineStr":
            yield str(cell.get("r")), "".join(part.text or "" for part in cell.iter(f"{_MAIN}t"))
        elif value is not None:
            said = value.text or ""
            yield str(cell.get("r")), shared[int(said)] if cell.get("t") == "s" else said


def worked_out(formula: str, cells: Cells) -> float | str:
    """What a formula of ours comes to: sums of SUMIFS and COUNTIFS, and a share of two of them."""
    share = re.fullmatch(r'=IF\(\((.*)\)=0,"",ROUND\(100\*\((.*)\)/\((.*)\),1\)\)', formula)
    if share:
        whole, part, again = (_sum(one, cells) for one in share.groups())
        assert whole == again
        return int(1000 * part / whole + 0.5) / 10 if whole else ""
    return _sum(formula[1:], cells)


def _sum(text: str, cells: Cells) -> float:
    terms = re.findall(r"(SUMIFS|COUNTIFS)\(((?:[^()\"]|\"[^\"]*\")*)\)", text)
    assert "+".join(f"{name}({inside})" for name, inside in terms) == text
    return sum(_term(name, inside, cells) for name, inside in terms)


def _term(name: str, inside: str, cells: Cells) -> float:
    parts = re.findall(r"'[^']*'![$A-Z0-9:]+|\"[^\"]*\"", inside)
    added = parts.pop(0) if name == "SUMIFS" else ""
    met = [(_column(area, cells), said.strip('"')) for area, said in zip(parts[::2], parts[1::2], strict=True)]
    rows = range(len(met[0][0]))
    chosen = [row for row in rows if all(_meets(column[row], said) for column, said in met)]
    return sum(float(_column(added, cells)[row] or 0) if added else 1 for row in chosen)


def _column(area: str, cells: Cells) -> list[str]:
    found = re.fullmatch(r"'([^']*)'!\$([A-Z]+)\$(\d+):\$([A-Z]+)\$(\d+)", area)
    assert found is not None
    assert found[2] == found[4]
    return [cells[found[1]].get(f"{found[2]}{row}", "") for row in range(int(found[3]), int(found[5]) + 1)]


def _meets(cell: str, said: str) -> bool:
    """Small letters and capitals are the same to a spreadsheet."""
    cell, said = cell.casefold(), said.casefold()
    return cell != said[2:] if said.startswith("<>") else cell == said


def recalculated(path: Path, folder: Path) -> Path | None:
    """The workbook as LibreOffice works it out anew, nothing of ours left in it; None where there is none."""
    office = shutil.which("soffice")
    if office is None:
        return None
    bare = folder / "bare.xlsx"
    with zipfile.ZipFile(path) as held, zipfile.ZipFile(bare, "w") as fresh:
        for name in held.namelist():
            content = held.read(name)
            if name.startswith("xl/worksheets/sheet"):
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
            fresh.writestr(name, content)
    out = folder / "office"
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    asked = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(bare)]
    subprocess.run(asked, check=True, capture_output=True, timeout=120)
    return out / "bare.xlsx"
