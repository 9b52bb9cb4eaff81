"""What a report is made of, before anybody sets type: words in the reader's language, and nothing about fonts.

A section turns a snapshot into these values; `reports.drawing` turns them into flowables. All texts are plain text.
"""

from dataclasses import dataclass

from snhr_desktop.charts import Chart


@dataclass(frozen=True)
class Heading:
    """A title. Level 1 opens a section, 2 a part of it, 3 a passage.

    `key` is what links and the outline point to; a `listed` heading stands in the contents.
    """

    text: str
    level: int = 2
    key: str = ""
    listed: bool = False


@dataclass(frozen=True)
class Note:
    """A footnote: its mark stands before the character `at` of a text, its words at the foot of the page."""

    at: int
    text: str


@dataclass(frozen=True)
class Emphasis:
    """The characters from `start` to `end` of a text stand out, or lead to an address."""

    start: int
    end: int
    bold: bool = False
    italic: bool = False
    link: str = ""


Marks = tuple[Note | Emphasis, ...]
"""What is marked in a text, beside it: the text itself stays plain, to be searched, checked and counted."""


@dataclass(frozen=True)
class Prose:
    """A paragraph. `language` is set where a record's text stands in another language than the edition."""

    text: str
    kind: str = "text"  # or `lead`, `note`
    language: str = ""
    marks: Marks = ()


@dataclass(frozen=True)
class Bullets:
    """A list; `markers` replace the bullets, `marks` are those of each item; one for each item, or none at all."""

    items: tuple[str, ...]
    markers: tuple[str, ...] = ()
    marks: tuple[Marks, ...] = ()


@dataclass(frozen=True)
class Facts:
    """Labels, each with one or more lines of text beside it."""

    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class KeyFigures:
    """Large numbers, each over what it counts."""

    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class TableColumn:
    """`share` of the width that columns divide among them; `notes` are footnotes to the title."""

    title: str
    numeric: bool = False
    share: float = 1.0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class DataTable:
    """Rows under titled columns. `remainder` holds what could not be told apart, `total` the sum of all above it."""

    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    remainder: tuple[str, ...] = ()
    total: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Masthead:
    """The head of a report without a cover: whose it is, its title, and lines on what it covers."""

    owner: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Picture:
    """A chart or map, with the sentence that says what it shows (`chart.summary`).

    With `yielding` it is no higher than what the parts after it leave of the page.
    """

    chart: Chart
    yielding: bool = False


@dataclass(frozen=True)
class Parallel:
    """Passages of two languages beside each other, the left-to-right one first in each pair, under their titles."""

    titles: tuple[str, str]
    pairs: tuple[tuple[str, str], ...]


Part = Heading | Prose | Bullets | Facts | KeyFigures | DataTable | Picture | Masthead | Parallel
