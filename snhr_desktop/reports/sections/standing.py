"""Standing texts as parts: filled from the snapshot, and only what applies to it."""

from itertools import groupby

from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.emphasis import marked
from snhr_desktop.reports.parts import Bullets, Heading, Part, Prose
from snhr_desktop.reports.texts import Block, kept


def standing(edition: Edition, name: str, level: int = 3) -> tuple[Part, ...]:
    """A standing text; its headings at `level`."""
    found: list[Part] = []
    blocks = kept(edition.texts.blocks(name), edition.numbers)
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        told = [marked(block.text, edition.words, edition.language) for block in run]
        if kind == "item":
            found.append(Bullets(tuple(text for text, _ in told), marks=tuple(marks for _, marks in told)))
        elif kind == "paragraph":
            found += [Prose(text, marks=marks) for text, marks in told]
        else:
            found += [Heading(text, level) for text, _ in told]
    return tuple(found)


def under_headings(blocks: tuple[Block, ...]) -> dict[str, list[str]]:
    """Paragraphs by the heading they stand under."""
    found: dict[str, list[str]] = {}
    heading = ""
    for block in blocks:
        if block.kind == "heading":
            heading = block.text
        elif block.kind == "paragraph":
            found.setdefault(heading, []).append(block.text)
    return found
