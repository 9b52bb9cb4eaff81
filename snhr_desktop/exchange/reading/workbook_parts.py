"""Which part of a packed workbook holds which sheet. Runs in the process of `workbook_child`, after `unpacking`."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import fromstring

_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


def parts_by_sheet(path: Path) -> Mapping[str, str]:
    """The names of the parts of an XLSX by that of the sheet; nothing where the workbook is of another kind."""
    try:
        with zipfile.ZipFile(path) as packed:
            book, links = (fromstring(packed.read(name)) for name in (_BOOK, _LINKS))
    except (KeyError, ParseError, ValueError, zipfile.BadZipFile):
        return {}
    targets = {link.get("Id", ""): link.get("Target", "") for link in links}
    sheets = [one for one in book.iter() if str(one.tag).endswith("}sheet")]
    return {one.get("name", ""): _part(targets.get(_link(one), "")) for one in sheets}


def _link(sheet: Element) -> str:
    return next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")


def _part(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
