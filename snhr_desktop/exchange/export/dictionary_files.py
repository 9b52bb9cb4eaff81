"""The data dictionary as a file: to read and print in both languages (PDF), or for programs (CSV, XLSX)."""

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from snhr_desktop import __version__
from snhr_desktop.errors import Refusal
from snhr_desktop.exchange.export.csv_tables import DELIMITERS
from snhr_desktop.exchange.export.dictionary import (
    ABOUT,
    FIELD,
    FIGURE,
    TERM,
    Entry,
    entries,
    headings,
    reading,
)
from snhr_desktop.exchange.export.target import Target
from snhr_desktop.exchange.guarding import guarded
from snhr_desktop.i18n import LANGUAGES, N_, Language
from snhr_desktop.reports.parts import DataTable, Heading, Masthead, Part, Prose, TableColumn
from snhr_desktop.reports.phrases import NETWORK
from snhr_desktop.store import files

TITLE = N_("Data dictionary")
WHAT_IT_IS = N_(
    "Every field of the records, every term of the vocabularies and every figure with the rules it is counted by, as "
    "the program declares them. Codes never change their meaning; what a record says is kept in codes, and shown in "
    "the words beside them."
)
EDITION = f"snhr-desktop {__version__}"
CODE, LABEL, OTHER_LABEL = N_("Code"), N_("Label"), N_("In the other language")
HOLDS, EXPLAINED, BELONGS = N_("What it holds"), N_("Explanation"), N_("Belongs to")
UNIT = N_("Unit")


class NoSuchForm(Refusal):
    """The ending of the name says no form that the dictionary is written in."""

    said = N_("The data dictionary is written as PDF, CSV or XLSX, by the ending of its name.")
    advice = N_("Nothing was written. Give it a name that ends in .pdf, .csv or .xlsx.")


def write(target: Target, language: Language, day: dt.date) -> None:
    """Write it in the form that the name of the target ends in. Raises `NoSuchForm`."""
    ending = target.path.suffix.lower()
    if ending == ".xlsx":
        _write_workbook(target, language)
        return
    makers: Mapping[str, Callable[[], bytes]] = {
        ".csv": lambda: as_csv(language),
        ".pdf": lambda: as_pdf(language, day),
    }
    if ending not in makers:
        raise NoSuchForm
    with target.file() as out:
        out.write(makers[ending]())


def as_csv(language: Language) -> bytes:
    """One line for each entry, both languages beside each other, the one asked for first."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=DELIMITERS.get(language.code, ","), lineterminator="\r\n")
    writer.writerow(headings(language))
    writer.writerows([guarded(cell) for cell in entry.cells(language)] for entry in entries())
    return text.getvalue().encode("utf-8-sig")


def as_pdf(language: Language, day: dt.date) -> bytes:
    """Both languages, the one asked for first. The same day gives the same bytes."""
    from snhr_desktop.reports.cover import name_of
    from snhr_desktop.reports.file.about import About
    from snhr_desktop.reports.foot import Furniture
    from snhr_desktop.reports.leaflet import Leaf, leaflet

    titles = {code: language.text(TITLE) for code, language in LANGUAGES.items()}
    leaves = [
        Leaf(
            one,
            titles[one.code],
            tuple(parts(one)),
            Furniture(EDITION, titles[one.code], one, training=False, of_program=True),
        )
        for one in reading(language)
    ]
    about = About(
        "dictionary",
        titles[language.code],
        titles,
        name_of(language),
        titles,
        tuple(leaf.language.code for leaf in leaves),
        day,
    )
    return leaflet(leaves, about)[0]


def parts(language: Language) -> Iterator[Part]:
    """What stands in it, in one language."""
    say, key = language.text, language.code
    yield Masthead(say(NETWORK), say(TITLE), ())
    yield Prose(say(WHAT_IT_IS))
    for about, found in groupby(entries(), lambda entry: entry.about):
        yield Heading(say(ABOUT[about]), 2, f"{key}-{about}", listed=True)
        for group, those in groupby(found, lambda entry: entry.group if entry.about != FIGURE else ""):
            held = list(those)
            if group:
                yield Heading(_named(held[0], language), 3, f"{key}-{about}-{group}")
            yield _TABLES[about](held, language)


def _named(first: Entry, language: Language) -> str:
    """What a group is called: a record by its title and its name, a vocabulary by its name."""
    code = language.isolate(first.group)
    return f"{language.text(first.group_label)} · {code}" if first.group_label else code


def _fields(held: list[Entry], language: Language) -> DataTable:
    _, other = reading(language)
    rows = [
        (
            language.isolate(one.code),
            language.text(one.label),
            language.isolate(other.text(one.label)),
            _holds(one, language),
            one.explained(language),
        )
        for one in held
    ]
    shares = ((CODE, 2.0), (LABEL, 1.7), (OTHER_LABEL, 1.7), (HOLDS, 1.7), (EXPLAINED, 2.4))
    return DataTable("", tuple(TableColumn(language.text(t), share=s) for t, s in shares), tuple(rows))


def _holds(one: Entry, language: Language) -> str:
    kind = language.text(one.kind) if one.kind else ""
    return f"{kind} · {language.isolate(one.vocabulary)}" if one.vocabulary else kind


def _terms(held: list[Entry], language: Language) -> DataTable:
    _, other = reading(language)
    rows = [
        (
            language.isolate(one.code),
            language.text(one.label),
            language.isolate(other.text(one.label)),
            " · ".join(said for said in (language.isolate(one.vocabulary or ""), one.explained(language)) if said),
        )
        for one in held
    ]
    shares = ((CODE, 1.6), (LABEL, 2.2), (OTHER_LABEL, 2.2), (BELONGS, 1.4))
    return DataTable("", tuple(TableColumn(language.text(t), share=s) for t, s in shares), tuple(rows))


def _figures(held: list[Entry], language: Language) -> DataTable:
    rows = [
        (
            f"{language.text(one.label)} · {language.isolate(one.code)}",
            language.text(one.kind) if one.kind else "",
            one.explained(language),
        )
        for one in held
    ]
    shares = ((LABEL, 1.8), (UNIT, 0.9), (EXPLAINED, 5.0))
    return DataTable("", tuple(TableColumn(language.text(t), share=s) for t, s in shares), tuple(rows))


_TABLES: Mapping[str, Callable[[list[Entry], Language], DataTable]] = {
    FIELD: _fields,
    TERM: _terms,
    FIGURE: _figures,
}


def _write_workbook(target: Target, language: Language) -> None:
    import xlsxwriter

    from snhr_desktop.exchange.export.sheets import Style, write_definitions

    path = target.place_of()
    files.make_file(path)
    with xlsxwriter.Workbook(str(path), {"in_memory": True}) as workbook:
        write_definitions(Style(workbook, language))
    path.chmod(files.FILE_MODE)
    files.sync(path)
    target.seal(path)
