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
class Prose:
    """A paragraph. `language` is set where a record's text stands in another language than the edition."""

    text: str
    kind: str = "text"  # or `lead`, `note`
    language: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list; `markers` replace the bullets, one for each item."""

    items: tuple[str, ...]
    markers: tuple[str, ...] = ()


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
    """`share` of the width that columns divide among them."""

    title: str
    numeric: bool = False
    share: float = 1.0


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
class Picture:
    """A chart or map, with the sentence that says what it shows (`chart.summary`)."""

    chart: Chart


Part = Heading | Prose | Bullets | Facts | KeyFigures | DataTable | Picture
