"""What a text is, beside how it looks: the elements of a tagged file, and which passages of a page belong to them.

Form: ISO 32000-1, 14.7 and 14.8. A passage is a marked-content sequence; its number counts from 0 on each page.
"""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias

from .faces import UNPRINTED
from .inline import Content, Span, clean

COLUMN_HEAD: Final = "/A<</O/Table/Scope/Column>>"
ROW_HEAD: Final = "/A<</O/Table/Scope/Row>>"
_STEERING: Final = dict.fromkeys(map(ord, UNPRINTED))


class Area(NamedTuple):
    """A link's area on a page (from 1), and its key."""

    page: int
    key: int


def page_and_number(passage: int) -> tuple[int, int]:
    """A passage is kept as one number, since there are so many: its page (from 1) and its number there."""
    return passage >> 16, passage & 0xFFFF


class Element:
    """A heading, a paragraph, a cell ...: `kind` is its standard structure type, its kids stand in reading order.

    `language` is a BCP 47 tag, `alternative` the words for what is drawn, `attributes` further entries as PDF text.
    `spoken` is the text in the order of reading, where its glyphs stand on the page in another one. `number` is that of
    the object, once the file is written.
    """

    __slots__ = ("alternative", "attributes", "kids", "kind", "language", "number", "spoken")

    def __init__(self, kind: str, language: str = "", alternative: str = "", attributes: str = "") -> None:
        self.kind, self.language = kind, language
        self.alternative, self.attributes = alternative, attributes
        self.spoken, self.number = "", 0
        self.kids: list[Kid] = []

    def speak(self, content: Content) -> None:
        """Read out a right-to-left text as it was written: readers take glyphs from left to right.

        Not where it has links, which would be lost behind it.
        """
        spans = (content,) if isinstance(content, str | Span) else content
        if not any(isinstance(span, Span) and span.link for span in spans):
            text = "".join([span if isinstance(span, str) else span.text for span in spans])
            self.spoken = clean(text).translate(_STEERING)

    def add(self, kind: str, language: str = "", alternative: str = "", attributes: str = "") -> Element:
        """A new element inside this one, after all that is there."""
        made = Element(kind, language, alternative, attributes)
        self.kids.append(made)
        return made


Kid: TypeAlias = Element | int | Area
"""What an element holds: other elements, passages (see `page_and_number`), areas of links."""


class Tags:
    """The structure of one document while it is drawn.

    `parents` leads back from a page (the elements of its passages, in order) and from a link (its element); the place
    in the list is the key, and `pages` has those of the pages.
    """

    def __init__(self) -> None:
        self.root = Element("Document")
        self.parents: list[list[Element] | Element] = []
        self.pages: dict[int, int] = {}
        self._passages: dict[int, list[Element]] = {}

    def begin(self, element: Element, page: int) -> int:
        """A passage of an element begins on a page; its number."""
        there = self._passages.get(page)
        if there is None:
            there = self._passages[page] = []
            self.pages[page] = len(self.parents)
            self.parents.append(there)
        element.kids.append(page << 16 | len(there))
        there.append(element)
        return len(there) - 1

    def link(self, element: Element, page: int) -> int:
        """A link has an area on a page; its key."""
        key = len(self.parents)
        element.kids.append(Area(page, key))
        self.parents.append(element)
        return key
