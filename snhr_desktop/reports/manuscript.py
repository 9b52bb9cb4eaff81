"""One edition as it will be printed: its parts, built once, so that what is checked is what is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass

from snhr_desktop.reports.contents import CONTENTS, parts_of
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Heading, Part


@dataclass(frozen=True)
class Manuscript:
    """The parts of one language, in the order of the report."""

    edition: Edition
    parts: tuple[Part, ...]

    @classmethod
    def of(cls, edition: Edition) -> "Manuscript":
        """An edition written out."""
        return cls(edition, tuple(parts_of(edition)))

    def prints(self, code: str) -> bool:
        """Whether a section stands in this kind of report and was not left out of this one."""
        brief = self.edition.snapshot.brief
        return code not in brief.left_out and any(section.code == code for section in CONTENTS[brief.kind])

    def sections(self) -> dict[str, tuple[Part, ...]]:
        """The parts under each title of the contents, without it, by the code of the section."""
        return {code: tuple(parts) for code, parts in self._split()}

    def _split(self) -> Iterator[tuple[str, list[Part]]]:
        code, parts = "", list[Part]()
        for part in self.parts:
            if isinstance(part, Heading) and part.listed:
                if code:
                    yield code, parts
                code, parts = part.key.partition("-")[2], []
            else:
                parts.append(part)
        if code:
            yield code, parts
