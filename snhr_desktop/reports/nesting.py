"""Where in the structure of a tagged file a part of the report belongs: inside the section of the heading above it."""

from snhr_desktop.reports.text import Element


class Nesting:
    """Sections inside sections, as the headings open them; `part` holds all of one language."""

    def __init__(self, part: Element) -> None:
        self._open = [(0, part)]

    def heading(self, level: int) -> Element:
        """A heading opens a section of its level; the element of the heading itself."""
        while self._open[-1][0] >= level:
            self._open.pop()
        section = self.here.add("Sect")
        self._open.append((level, section))
        return section.add(f"H{level}")

    @property
    def here(self) -> Element:
        """The section that is open."""
        return self._open[-1][1]
