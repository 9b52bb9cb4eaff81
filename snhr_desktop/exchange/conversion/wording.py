"""What is wrong with a record, in words for whoever has the file before them: what its cell says, and what to do."""

from collections.abc import Mapping
from dataclasses import replace

from snhr_desktop.domain.case_checks import BEFORE_EARLIER
from snhr_desktop.domain.checks import FUTURE
from snhr_desktop.domain.kinds import (
    END_BEFORE_START,
    NOT_A_NUMBER,
    NOT_A_TIME,
    NOT_YES_NO,
    TOO_LARGE,
    TOO_LONG,
    TOO_SMALL,
)
from snhr_desktop.domain.records.record import REQUIRED
from snhr_desktop.errors import Problem
from snhr_desktop.i18n import N_, Message

NOT_IN_FILE = N_("Nothing in the file says it. Choose it in the mapping, under “Where no column says it”.")
BLANK = N_("The cell is blank, and nothing is assumed. Fill it in, or choose in the mapping what a blank one means.")
NO_CODE = N_("“{given}” has no code here, and this has to be said. Choose in the mapping what the word stands for.")
BLANK_KEY = N_(
    "The code that tells this record from all others is missing. Fill it in, or choose another column for the key."
)
BLANK_KEYS = N_(
    "All columns that tell a record from all others are blank in this row ({columns}). Fill in one of them, or choose "
    "others for the key."
)
_LONGEST = 60
"""Characters of a cell that are told."""
_OF_A_CELL: Mapping[Message, Message] = {
    NOT_A_NUMBER: N_("“{given}” is not a whole number. Write the number alone; where it is not known, leave it blank."),
    TOO_SMALL: N_("“{given}” is less than {least}, which this cannot be. Correct it in the file."),
    TOO_LARGE: N_("“{given}” is more than {most}, which this cannot be. Correct it in the file."),
    TOO_LONG: N_("The text has {length} characters, of which {limit} can be kept. Shorten it in the file."),
    NOT_A_TIME: N_("“{given}” is not a time. Write it like 14:30; where it is not known, leave it blank."),
    NOT_YES_NO: N_("“{given}” is neither yes nor no. Correct it in the file."),
    FUTURE: N_("“{given}” has not come yet. Correct the date in the file."),
    END_BEFORE_START: N_("“{given}”: the last day is before the first. Correct one of them in the file."),
    BEFORE_EARLIER: N_("“{given}” is before what the row tells of before it. Correct one of the dates in the file."),
}


def of_a_cell(problem: Problem, given: str, *, told_by_cells: bool = True) -> Problem:
    """A problem of the value in a cell that says `given`; `told_by_cells`: some column of the file could say it."""
    if problem.message == REQUIRED:
        missing = (NO_CODE if given else BLANK) if told_by_cells else NOT_IN_FILE
        return _said(replace(problem, cell=problem.cell if told_by_cells else ""), missing, given)
    message = _OF_A_CELL.get(problem.message)
    return _said(problem, message, given) if message and (given or problem.message == TOO_LONG) else problem


def _said(problem: Problem, message: Message, given: str) -> Problem:
    short = given if len(given) <= _LONGEST else f"{given[:_LONGEST]}…"
    return replace(problem, message=message, values={**problem.values, "given": short})
