"""A mapping that was saved without saying what happened to people takes nobody for killed: a person has to say it."""

from pathlib import Path

import pytest

from snhr_desktop.exchange.assumptions import assumptions
from snhr_desktop.exchange.mapping import FileMapping
from snhr_desktop.exchange.mapping.changing import with_constant
from snhr_desktop.exchange.mapping_file import read, write
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.workspace import Workspace
from tests.exchange.archive import folder_file

SAVED = """
[file]
code = "list"
name_en = "List"
name_ar = "قائمة"
key = "no"
[incident]
kinds = { value = ["killing"] }
[date]
column = "date"
[[victims]]
civil_status = { value = "unknown" }
"""
PEOPLE = SAVED + 'name_ar = "name"\n'
NUMBERS = SAVED + 'each = ["people"]\nnumber = { each = true }\n'
TEXT = "no,date,name,people\n1,2018-03-22,أحمد علي,3\n2,2018-03-23,خالد عمر,4\n"


def by_an_earlier_program(text: str) -> FileMapping:
    """What such a file meant there."""
    return with_constant(read(text), "victims", "outcome", "killed")


@pytest.mark.parametrize("text", [PEOPLE, NUMBERS], ids=["people", "numbers"])
def test_nobody_comes_in_until_it_is_said(workspace: Workspace, tmp_path: Path, text: str) -> None:
    path, mapping = folder_file(tmp_path, "list.csv", TEXT), read(text)
    assert read(write(mapping)) == mapping
    assert next((one.field.name, one.open) for one in assumptions(mapping)) == ("outcome", True)
    report = workspace.import_file(path, mapping)
    assert (report.created, report.refusals) == (0, 2)
    english, arabic = (bare(report.tell(language)) for language in (ENGLISH, ARABIC))
    assert (
        "What happened to them: nothing in the file says it. No such record is taken in until you choose it." in english
    )
    assert 'In a mapping file it is written so, under [[victims]]: outcome = { value = "killed" }' in english
    assert "في ملف المطابقة يُكتب هكذا تحت [[victims]]" in arabic
    assert 'outcome = { value = "killed" }' in arabic


@pytest.mark.parametrize("text", [PEOPLE, NUMBERS], ids=["people", "numbers"])
def test_a_file_that_came_in_so_before_goes_on_once_it_is_said(workspace: Workspace, tmp_path: Path, text: str) -> None:
    path = folder_file(tmp_path, "list.csv", TEXT)
    assert workspace.import_file(path, by_an_earlier_program(text)).created == 2
    again = workspace.import_file(path, with_constant(read(text), "victims", "outcome", "killed"))
    assert (again.created, again.unchanged, again.refusals) == (0, 2, 0)
    by_hand = folder_file(tmp_path, "by_hand.toml", text + 'outcome = { value = "killed" }\n')
    again = workspace.import_file(path, by_hand)
    assert (again.created, again.unchanged, again.refusals) == (0, 2, 0)
