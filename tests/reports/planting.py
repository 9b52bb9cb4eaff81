"""Mistakes planted in a report that was made whole: in its snapshot, or in its parts before they are drawn."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from snhr_desktop.figures.figure import Answer
from snhr_desktop.i18n import Message, bare
from snhr_desktop.reports.agreement import disagreements
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import Bullets, DataTable, Heading, Part, Prose
from snhr_desktop.reports.snapshot import Snapshot


def answering(shown: Snapshot, code: str, **changes: object) -> Snapshot:
    """A snapshot with another answer of one figure."""
    answer: Answer = replace(shown.answers[code], **changes)  # type: ignore[arg-type]
    return replace(shown, answers={**shown.answers, code: answer})


def told_by(printed: Sequence[Manuscript]) -> list[tuple[Message, str, str]]:
    """Every disagreement: what, what would have been printed, what was expected."""
    return [(found.what, found.printed, found.expected) for found in disagreements(printed)]


def changed(manuscript: Manuscript, change: Callable[[Part], Part | None]) -> Manuscript:
    """A manuscript in which one part is another; the first for which `change` gives something."""
    parts, done = list(manuscript.parts), False
    for at, part in enumerate(parts):
        other = None if done else change(part)
        if other is not None and other != part:
            parts[at], done = other, True
    assert done, "the mistake was not planted"
    return replace(manuscript, parts=tuple(parts))


def slip(manuscript: Manuscript, wrong: str, instead_of: str) -> Manuscript:
    """A slip of the keys in a heading, a paragraph or an item: the first that holds the right words."""

    def change(part: Part) -> Part | None:
        if isinstance(part, Heading | Prose):
            return replace(part, text=bare(part.text).replace(instead_of, wrong))
        if isinstance(part, Bullets):
            return replace(part, items=tuple(bare(item).replace(instead_of, wrong) for item in part.items))
        return None

    def where_it_stands(part: Part) -> Part | None:
        words = part.items if isinstance(part, Bullets) else (getattr(part, "text", ""),)
        return change(part) if any(instead_of in bare(text) for text in words) else None

    return changed(manuscript, where_it_stands)


def in_table(manuscript: Manuscript, caption: Message, change: Callable[[DataTable], DataTable]) -> Manuscript:
    """A table changed, found by its caption."""
    title = manuscript.edition.text(caption)
    return changed(manuscript, lambda p: change(p) if isinstance(p, DataTable) and p.caption == title else None)


def cell(row: int, column: int, wrong: str) -> Callable[[DataTable], DataTable]:
    """Another word in one cell of the body."""

    def change(table: DataTable) -> DataTable:
        rows = [list(one) for one in table.rows]
        rows[row][column] = wrong
        return replace(table, rows=tuple(tuple(one) for one in rows))

    return change
