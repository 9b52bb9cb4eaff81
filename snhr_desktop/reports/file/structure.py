"""The structure tree of a tagged file (ISO 32000-1, 14.7) as PDF text, and its place in the catalog and the pages.

A report has tens of thousands of elements: each is one short line of text, written when the rest of the file stands.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from reportlab.pdfbase import pdfdoc

from snhr_desktop.reports.text import BilingualCanvas, Element, Tags
from snhr_desktop.reports.text.tagging import Area, page_and_number

_CELLS = ("TH", "TD")
_NAMED = re.compile(r"/ID\(([^()]+)\)").match


def prepare(canvas: BilingualCanvas, tags: Tags) -> None:
    """Say in the catalog that the file is tagged, and on each page by which key its elements are found."""
    document = canvas._doc
    document.Catalog.StructTreeRoot = pdfdoc.PDFDictionary({"Type": "/StructTreeRoot"})
    document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
    for number, page in enumerate(document.Pages.pages, start=1):
        key = tags.pages.get(number)
        page.Trans = None  # ReportLab writes an empty one, which archives do not know
        page.__Defaults__ = page.__Defaults__ | {"Tabs": "/S"} | ({} if key is None else {"StructParents": key})


class StructureTree:
    """The objects of the tree, numbered from `first` on; `root` is the number of the tree itself.

    `pages` are the numbers of the page objects in order, `areas` those of links by their key.
    """

    def __init__(self, tags: Tags, root: int, first: int, pages: Sequence[int], areas: Mapping[int, int]) -> None:
        self._tags, self._root, self._first = tags, root, first
        self._pages, self._areas = pages, areas
        self._order: list[tuple[Element, int, str]] = []
        self._number(tags.root, root, "")

    def root_text(self) -> str:
        """The tree itself: its first element, and the way back from pages and links."""
        parents = self._tags.parents
        rows = "\n".join(f"{key} {_led_to(found)}" for key, found in enumerate(parents))
        return (
            f"<</Type/StructTreeRoot/K {self._tags.root.number} 0 R/ParentTreeNextKey {len(parents)}"
            f"/ParentTree<</Nums[{rows}]>>{self._identifiers()}>>"
        )

    def _identifiers(self) -> str:
        """The elements that are called by a name, as notes are, in the order of the names."""
        named = [(found[1], element) for element, _, _ in self._order if (found := _NAMED(element.attributes))]
        names = "".join(f"({name}){element.number} 0 R" for name, element in sorted(named, key=lambda one: one[0]))
        return f"/IDTree<</Names[{names}]>>" if names else ""

    def texts(self) -> Iterator[str]:
        """The elements in the order of reading."""
        for element, parent, language in self._order:
            yield self._text(element, parent, language)

    def _number(self, element: Element, parent: int, language: str) -> None:
        """Number the elements that hold anything (an empty cell is a cell)."""
        element.number = self._first + len(self._order)
        self._order.append((element, parent, language))
        language = element.language or language
        for kid in element.kids:
            if type(kid) is Element and (kid.kids or kid.kind in _CELLS):
                self._number(kid, element.number, language)

    def _text(self, element: Element, parent: int, language: str) -> str:
        home, kids = self._kids(element)
        more = element.attributes
        if home:
            more += f"/Pg {self._pages[home - 1]} 0 R"
        if element.language and element.language != language:
            more += f"/Lang({element.language})"
        if element.alternative:
            more += f"/Alt<{_hexadecimal(element.alternative)}>"
        if element.spoken:
            more += f"/ActualText<{_hexadecimal(element.spoken)}>"
        return f"<</Type/StructElem/S/{element.kind}/P {parent} 0 R{more}/K[{' '.join(kids)}]>>"

    def _kids(self, element: Element) -> tuple[int, list[str]]:
        """(page on which it begins, or 0; what it holds): a passage of that page is told by its number alone."""
        home, kids = 0, list[str]()
        for kid in element.kids:
            if isinstance(kid, int):
                page, number = page_and_number(kid)
                home = home or page
                kids.append(str(number) if page == home else self._elsewhere(page, number))
            elif isinstance(kid, Area):
                kids.append(f"<</Type/OBJR/Obj {self._areas[kid.key]} 0 R/Pg {self._pages[kid.page - 1]} 0 R>>")
            elif kid.number:
                kids.append(f"{kid.number} 0 R")
        return home, kids

    def _elsewhere(self, page: int, number: int) -> str:
        return f"<</Type/MCR/Pg {self._pages[page - 1]} 0 R/MCID {number}>>"


def _led_to(found: Element | list[Element]) -> str:
    if isinstance(found, Element):
        return f"{found.number} 0 R"
    return f"[{' '.join([f'{element.number} 0 R' for element in found])}]"


def _hexadecimal(words: str) -> str:
    """A text string in digits."""
    return (b"\xfe\xff" + words.encode("utf-16-be")).hex()
