"""The standing texts of a report: kept as files in both languages, and open to change for one report.

The format is plain: `# title`, `## heading`, `- item`, paragraphs parted by blank lines. `{name}` is filled from the
snapshot, so that a figure in a text is generated and never typed. `[name]` before a paragraph, an item or a heading
prints it only where that number is not zero; a heading that is not printed takes what stands under it along. What may
be marked inside a paragraph or an item tells `reports.emphasis`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from snhr_desktop import paths
from snhr_desktop.errors import UnknownCode
from snhr_desktop.i18n import N_

KIND = N_("a placeholder")

Overrides = Mapping[str, Mapping[str, str]]
"""Texts of one report that stand in place of the files: language code, name of the text, its source."""

_PLACEHOLDER = re.compile(r"\{([a-z0-9_]*)\}")
_LINE = re.compile(r"(?P<mark>##? |- )?(?:\[(?P<condition>[a-z0-9_]+)\](?!\() ?)?(?P<text>.*)", re.DOTALL)
_KINDS = {"# ": "title", "## ": "heading", "- ": "item", None: "paragraph"}


def each_text(texts: Overrides, change: Callable[[str], str]) -> dict[str, dict[str, str]]:
    """Every text as it is after a change."""
    return {code: {name: change(text) for name, text in several.items()} for code, several in texts.items()}


@dataclass(frozen=True)
class Block:
    """A title, heading, item or paragraph, with the name of the number that it depends on, if any."""

    kind: str
    text: str
    condition: str = ""

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The names to be filled in, in order."""
        return tuple(_PLACEHOLDER.findall(self.text))


@dataclass(frozen=True)
class Texts:
    """The texts of one language for one report. `overrides` go by name and stand in place of the files.

    `definitions` are those of a published report by figure, where they may differ from the catalogue of today.
    """

    language: str
    period: str = ""
    kind: str = ""
    overrides: Mapping[str, str] | None = None
    definitions: Mapping[str, str] | None = None

    def source(self, name: str) -> str:
        """A text as it is written: the report's own, else its kind's, its period's, or the one for every report."""
        if self.overrides and name in self.overrides:
            return self.overrides[name]
        return next((_read(path) for path in self._files(name) if path.is_file()), "")

    def blocks(self, name: str) -> tuple[Block, ...]:
        """A text read."""
        return read_blocks(self.source(name))

    def _files(self, name: str) -> tuple[Path, ...]:
        folder = paths.resources() / "report" / self.language
        inner = [code for code in (self.kind, self.period) if re.fullmatch(r"[A-Za-z0-9_-]+", code)]
        return (*(folder / code / f"{name}.txt" for code in inner), folder / f"{name}.txt")


def read_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text. Never raises: whatever is no mark is a paragraph."""
    found: list[Block] = []
    for lines in re.split(r"\n\s*\n", text.strip()):
        gathered: list[str] = []
        for line in lines.splitlines():
            if line.startswith(("# ", "## ", "- ")) or not gathered or gathered[-1].startswith("#"):
                gathered.append(line)
            else:
                gathered[-1] += f" {line.strip()}"
        found += [_block(line) for line in gathered if line.strip()]
    return tuple(found)


def kept(blocks: tuple[Block, ...], numbers: Mapping[str, float]) -> tuple[Block, ...]:
    """The blocks whose number is not zero; headings that nothing stands under are left out."""
    found: list[Block] = []
    under_left_out = False
    for block in blocks:
        printed = not block.condition or bool(number_of(block.condition, numbers))
        if block.kind in ("heading", "title"):
            under_left_out = not printed
        if printed and not under_left_out:
            found.append(block)
    follows = [*found[1:], None][: len(found)]  # a text may be empty, or hold nothing that applies
    return tuple(b for b, after in zip(found, follows, strict=True) if b.kind != "heading" or _holds(after))


def fill(text: str, words: Mapping[str, str]) -> str:
    """The text with its placeholders filled. Raises `UnknownCode` for a name that nothing fills."""

    def word(found: re.Match[str]) -> str:
        if found[1] not in words:
            raise UnknownCode(code=found[0], kind=KIND, known=tuple(words))
        return words[found[1]]

    return _PLACEHOLDER.sub(word, text)


def number_of(name: str, numbers: Mapping[str, float]) -> float:
    """The number a condition names. Raises `UnknownCode`."""
    if name not in numbers:
        raise UnknownCode(code=f"[{name}]", kind=KIND, known=tuple(numbers))
    return numbers[name]


def _holds(after: Block | None) -> bool:
    return after is not None and after.kind != "heading"


def _block(line: str) -> Block:
    found = _LINE.fullmatch(line.strip())
    assert found is not None  # every part of the pattern may be empty
    return Block(_KINDS[found["mark"]], found["text"].strip(), found["condition"] or "")


@cache
def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
