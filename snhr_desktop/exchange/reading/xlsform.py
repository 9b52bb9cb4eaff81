"""A form as its makers write it: the workbook of an XLSForm."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from snhr_desktop.exchange.reading.form import Form, Labels
from snhr_desktop.exchange.reading.source import Choices, Source
from snhr_desktop.exchange.reading.workbook import open_workbook
from snhr_desktop.exchange.refusals import NOT_A_FORM, UnreadableFile
from snhr_desktop.exchange.watching import UNWATCHED, Waiting

_LANGUAGE = re.compile(r"label\s*(?:::\s*(?P<name>[^()]*?)\s*(?:\((?P<code>[\w-]+)\))?\s*)?", re.IGNORECASE)
_QUESTIONS = "survey"
_SEVERAL = "select_multiple"
_BESIDE = {"choices": {"list_name", "name"}, "settings": {"form_id"}}
"""The other sheets of a form, by columns that they have."""
_CODES = {"english": "en", "arabic": "ar", "العربية": "ar", "عربي": "ar"}


def is_blank_form(source: Source) -> bool:
    """Whether a workbook is a form: the questions, or another of its sheets where they do not come first."""
    sheet, columns = source.chosen.sheet, set(source.columns)
    if sheet in _BESIDE and any(one.name == _QUESTIONS for one in source.sheets):
        return columns >= _BESIDE[sheet]
    return sheet == _QUESTIONS and columns >= {"type", "name"}


def read_form(path: Path, waiting: Waiting = UNWATCHED) -> Form:
    """The form of a workbook with sheets `survey` and `choices`. Raises `UnreadableFile`, `ImportStopped`."""
    survey = open_workbook(path, "xlsx", "", Choices(sheet=_QUESTIONS), waiting)
    if not {"type", "name"} <= set(survey.columns):
        raise UnreadableFile(path.name, NOT_A_FORM)
    answers = _answers(path, waiting) if any(sheet.name == "choices" for sheet in survey.sheets) else {}
    labels: dict[str, Labels] = {}
    choices: dict[str, Mapping[str, Labels]] = {}
    repeats: set[str] = set()
    several: set[str] = set()
    names: list[str] = []
    for kind, path_of, said in _questions(row.cells or {} for row in survey.rows()):
        labels[path_of] = _labels(said)
        names.append(path_of)
        if kind == ["begin", "repeat"]:
            repeats.add(path_of)
        elif kind[0].startswith("select") and len(kind) > 1 and kind[1] in answers:
            choices[path_of] = answers[kind[1]]
            several |= {path_of} if kind[0] == _SEVERAL else set()
    for name, path_of in _short(names):
        labels[name] = labels[path_of]
        if path_of in choices:
            choices[name] = choices[path_of]
        several |= {name} if path_of in several else set()
    return Form(labels, choices, frozenset(repeats), frozenset(several))


def _answers(path: Path, waiting: Waiting) -> dict[str, dict[str, Labels]]:
    """The lists of given answers by name: the code of each and what it is called."""
    found: dict[str, dict[str, Labels]] = {}
    for row in open_workbook(path, "xlsx", "", Choices(sheet="choices"), waiting).rows():
        said = row.cells or {}
        found.setdefault(_text(said.get("list_name")), {})[_text(said.get("name"))] = _labels(said)
    return found


def _questions(rows: Iterator[Mapping[str, Any]]) -> Iterator[tuple[list[str], str, Mapping[str, Any]]]:
    """The words of the type, the path and the row of each question and group."""
    groups: list[str] = []
    for said in rows:
        kind = _text(said.get("type")).lower().replace("_group", " group").replace("_repeat", " repeat").split()
        if kind[:1] == ["end"]:
            groups = groups[:-1]
        elif kind and (name := _text(said.get("name"))):
            yield kind[:2], "/".join([*groups, name]), said
            if kind[0] == "begin":
                groups.append(name)


def _short(paths: list[str]) -> Iterator[tuple[str, str]]:
    last = [path.rpartition("/")[2] for path in paths]
    return ((name, path) for name, path in zip(last, paths, strict=True) if last.count(name) == 1 and name != path)


def _labels(said: Mapping[str, Any]) -> dict[str, str]:
    found = {}
    for column, cell in said.items():
        match = _LANGUAGE.fullmatch(column)
        if match and (text := _text(cell)):
            name = (match["name"] or "").strip().casefold()
            found[match["code"] or _CODES.get(name, name)] = text
    return found


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()
