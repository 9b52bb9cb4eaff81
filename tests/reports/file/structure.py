"""The structure of a tagged file as a screen reader walks it."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh"}


@dataclass
class Node:
    """One element: its kind, its language and that of what it stands in, its passages as (page, number)."""

    kind: str
    entry: Any
    language: str
    kids: "list[Node]" = field(default_factory=list)
    passages: list[tuple[int, int]] = field(default_factory=list)
    areas: list[Any] = field(default_factory=list)

    def walk(self) -> "Iterator[Node]":
        """This element and all inside it, in the order of reading."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def every(self, *kinds: str) -> "list[Node]":
        """The elements of some kinds inside this one."""
        return [node for node in self.walk() if node.kind in kinds]

    def all_passages(self) -> list[tuple[int, int]]:
        """Every passage under it."""
        return [passage for node in self.walk() for passage in node.passages]


def open_file(content: bytes) -> pikepdf.Pdf:
    """The file, opened."""
    return pikepdf.open(io.BytesIO(content))


def tree_of(pdf: pikepdf.Pdf) -> Node:
    """The document element with everything in it."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return _node(pdf.Root.StructTreeRoot.K, pages, "")


def _node(entry: Any, pages: dict[tuple[int, int], int], language: str) -> Node:
    node = Node(str(entry.S)[1:], entry, str(entry.get("/Lang", language)))
    home = entry.get("/Pg")
    for kid in entry.get("/K", []):
        if isinstance(kid, int):
            node.passages.append((pages[home.objgen], kid))
        elif kid.get("/Type") == "/MCR":
            node.passages.append((pages[kid.get("/Pg", home).objgen], int(kid.MCID)))
        elif kid.get("/Type") == "/OBJR":
            node.areas.append(kid.Obj)
        else:
            assert kid.P.objgen == entry.objgen
            node.kids.append(_node(kid, pages, node.language))
    return node


def parents(pdf: pikepdf.Pdf) -> dict[int, Any]:
    """The tree that leads from a page or a link to its elements."""
    return dict(pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree).items())


@dataclass
class Painted:
    """What the stream of a page says: its numbered passages, and what it painted outside any mark."""

    numbers: list[int] = field(default_factory=list)
    kinds: dict[int, str] = field(default_factory=dict)
    bare: list[str] = field(default_factory=list)
    nested: list[int] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """Text for no element."""


def painted_on(page: pikepdf.Page) -> Painted:
    """Read the stream of a page."""
    found, open_marks = Painted(), list[int | None]()
    for instruction in pikepdf.parse_content_stream(page):
        operands, name = instruction.operands, str(instruction.operator)
        if name in ("BDC", "BMC"):
            properties: Any = operands[1] if len(operands) > 1 else {}
            number = properties.get("/MCID")
            if number is not None:
                found.numbers.append(int(number))
                found.kinds[int(number)] = str(operands[0])[1:]
                if open_marks:
                    found.nested.append(int(number))
            open_marks.append(None if number is None else int(number))
        elif name == "EMC":
            open_marks.pop()
        elif name in PAINTING and not open_marks:
            found.bare.append(f"{operands} {name}")
        elif name == "TJ" and all(mark is None for mark in open_marks):
            found.unread.append(f"{operands}")
    assert not open_marks
    return found
