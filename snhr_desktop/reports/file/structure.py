"""The structure tree of a tagged file (ISO 32000-1, 14.7), written among ReportLab's objects.

A report has tens of thousands of elements: each becomes one line of PDF text, and nothing else is kept of it.
"""

from reportlab.pdfbase import pdfdoc

from snhr_desktop.reports.text import BilingualCanvas, Element, Tags
from snhr_desktop.reports.text.tagging import Area, Kid, Passage


def write_structure(canvas: BilingualCanvas, tags: Tags) -> None:
    """Write the elements that hold anything, and say so in the catalog and on every page. The canvas is complete."""
    document = canvas._doc
    writer = _Writer(document, tags)
    document.Catalog.StructTreeRoot = pdfdoc.PDFObjectReference(writer.write())
    document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
    for number, page in enumerate(document.Pages.pages, start=1):
        key = tags.pages.get(number)
        page.__Defaults__ = page.__Defaults__ | {"Tabs": "/S"} | ({} if key is None else {"StructParents": key})


class _Writer:
    def __init__(self, document: pdfdoc.PDFDocument, tags: Tags) -> None:
        self._document, self._tags = document, tags
        self._root = document.objectcounter + 1
        self._numbers: dict[int, int] = {}
        for element in _filled(tags.root):
            self._numbers[id(element)] = self._root + 1 + len(self._numbers)

    def write(self) -> str:
        """Add every object to the document; the name of the root."""
        self._document.Reference(self._root_text(), "Structure")
        self._write(self._tags.root, self._root, "")
        return "Structure"

    def _root_text(self) -> str:
        parents = self._tags.parents
        tree = "\n".join(f"{key} {self._led_to(found)}" for key, found in enumerate(parents))
        kid, after = self._refer(self._tags.root), len(parents)
        return f"<</Type/StructTreeRoot/K {kid}/ParentTreeNextKey {after}/ParentTree<</Nums[{tree}]>>>>"

    def _write(self, element: Element, parent: int, language: str) -> None:
        number = self._numbers[id(element)]
        home = next((kid.page for kid in element.kids if isinstance(kid, Passage)), 0)
        kids = [text for kid in element.kids if (text := self._kid(kid, home))]
        entries = [f"<</Type/StructElem/S/{element.kind}/P {parent} 0 R"]
        if home:
            entries.append(f"/Pg {self._page(home)}")
        if element.language and element.language != language:
            entries.append(f"/Lang({element.language})")
        if element.alternative:
            entries.append(f"/Alt<{_text(element.alternative)}>")
        if element.spoken:
            entries.append(f"/ActualText<{_text(element.spoken)}>")
        entries.append(f"{element.attributes}/K[{' '.join(kids)}]>>")
        self._document.Reference("".join(entries), f"Structure.{number}")
        for kid in element.kids:
            if isinstance(kid, Element) and id(kid) in self._numbers:
                self._write(kid, number, element.language or language)

    def _kid(self, kid: Kid, home: int) -> str:
        if isinstance(kid, Element):
            return self._refer(kid) if id(kid) in self._numbers else ""
        page = "" if kid.page == home else f"/Pg {self._page(kid.page)}"
        if isinstance(kid, Area):
            return f"<</Type/OBJR/Obj {self._number_of(kid.annotation)} 0 R{page}>>"
        return f"<</Type/MCR{page}/MCID {kid.number}>>" if page else str(kid.number)

    def _led_to(self, found: Element | list[Element]) -> str:
        return self._refer(found) if isinstance(found, Element) else f"[{' '.join(map(self._refer, found))}]"

    def _refer(self, element: Element) -> str:
        return f"{self._numbers[id(element)]} 0 R"

    def _page(self, page: int) -> str:
        return f"{self._number_of(f'Page{page}')} 0 R"

    def _number_of(self, name: str) -> int:
        return int(self._document.idToObjectNumberAndVersion[name][0])


def _filled(element: Element) -> list[Element]:
    """The element and those inside it in the order of reading, without those that hold nothing; a cell may be empty."""
    found: list[Element] = []
    _fill(element, found)
    return found


def _fill(element: Element, found: list[Element]) -> bool:
    """Add the element and what is in it; whether it holds anything."""
    at = len(found)
    found.append(element)
    holds = element.kind in ("TH", "TD")
    for kid in element.kids:
        holds |= not isinstance(kid, Element) or _fill(kid, found)
    if not holds:
        del found[at]
    return holds


def _text(words: str) -> str:
    """A text string as hexadecimal digits."""
    return (b"\xfe\xff" + words.encode("utf-16-be")).hex()
