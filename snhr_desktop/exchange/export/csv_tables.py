"""Tables as CSV, so that a spreadsheet opens them right: UTF-8 with its mark, days as ISO writes them, no formulas.

A spreadsheet in Arabic parts cells by semicolons, one in English by commas; so does the file in that language. What
would be a formula is text (`exchange.guarding`). A day is always a whole day, with how exact it is in a column of its
own, so that no program makes a day of a month.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import IO

from snhr_desktop.exchange.export.asked import Asked
from snhr_desktop.exchange.export.columns import Converting
from snhr_desktop.exchange.export.material import Material
from snhr_desktop.exchange.export.tables import Table, people, tables
from snhr_desktop.exchange.export.target import Target
from snhr_desktop.exchange.guarding import guarded_all
from snhr_desktop.i18n import Language

DELIMITERS: Mapping[str, str] = {"ar": ";"}
ENDING = ".csv"


def write(material: Material, target: Target, language: Language, *, tags: bool = False) -> None:
    """Write a file for each table that has rows to a folder, or the one table of victims to a file."""
    asked = material.asked
    if not target.is_folder:
        with target.file() as out:
            _write(people(whole=asked.whole), material, out, language, tags=tags)
        return
    for table in tables(whole=asked.whole):
        if material.has(table.kind):
            with target.file(table.code + ENDING) as out:
                _write(table, material, out, language, tags=tags)


def _write(table: Table, material: Material, out: IO[bytes], language: Language, *, tags: bool) -> None:
    converting = Converting(table.columns, language, material.gazetteer, words=material.asked.words, text=guarded_all)
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, delimiter=DELIMITERS.get(language.code, ","), lineterminator="\r\n")
    writer.writerows(_headers(table, material.asked, language, tags=tags))
    writer.writerows(converting.many(table.rows(material)))
    text.detach()


def _headers(table: Table, asked: Asked, language: Language, *, tags: bool) -> Iterator[list[str]]:
    yield [column.label(language) for column in table.columns]
    if tags:
        yield [column.tag for column in table.columns]
    if asked.names:
        yield [column.code for column in table.columns]
