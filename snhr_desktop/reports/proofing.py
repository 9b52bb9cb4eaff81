"""Reads the standing texts of one report, both languages side by side, for what cannot be printed as it is meant."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from snhr_desktop.domain.dates import write_when
from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.emphasis import unclosed
from snhr_desktop.reports.redaction import WITHHELD
from snhr_desktop.reports.texts import Block, read_blocks
from snhr_desktop.reports.typed import typed_numbers

UNKNOWN = N_("{token} is not a placeholder: nothing fills it.")
UNKNOWN_CONDITION = N_("{token} is not a condition: no number decides it.")
STRAY = N_("A brace stands alone: “{token}”. Placeholders are written like {example}, in small Latin letters.")
MISSING = {
    "en": N_("{token} is missing. It stands in the Arabic text: put it in here, or take it out of both."),
    "ar": N_("{token} is missing. It stands in the English text: put it in here, or take it out of both."),
}
LEFT_OUT = N_("{token} of the standing text is left out in both languages.")
NO_SUCH_DAY = N_("{token} is not a date of the timeline; what stands under it is not printed.")
TITLE_ALONE = N_("“{token}” is not printed: only the first line of this text is, as the title of the report.")
BY_HAND = N_(
    "{token} is typed by hand. Put in the placeholder of the figure, or name the source and its date in brackets."
)
WITHHELD_NAME = N_("“{token}” may not be named to these readers, and is printed as {mark}.")
UNCLOSED = N_("“{token}” is printed as it stands: the mark that it begins is not closed.")
UNDER_NO_DAY = N_("“{token}” is not printed: of the history only paragraphs under a date are.")

ERROR, HINT = "error", "hint"
_EXAMPLE = "{first}"
_QUOTED = 48
_TOKEN = re.compile(r"\{[a-z0-9_]*\}")
_BRACES = re.compile(r"\{[^{}\n]{0,40}\}?|\}")


@dataclass(frozen=True)
class Fault:
    """What is wrong with a text in one language. An `error` stops the making of the report, a `hint` does not."""

    name: str
    language: str
    message: Message
    token: str
    level: str = ERROR
    values: Mapping[str, str] = field(default_factory=dict)

    def tell(self, language: Language) -> str:
        """The fault in words."""
        return language.text(self.message, token=self.token, **self.values)


@dataclass(frozen=True)
class Known:
    """What a text may name: placeholders, conditions, and the days of the timeline.

    `withheld` finds the names in a text that the readers may not read.
    """

    words: frozenset[str]
    numbers: frozenset[str]
    days: frozenset[str]
    withheld: Callable[[str], tuple[str, ...]] = lambda _text: ()

    @classmethod
    def of(cls, edition: Edition) -> "Known":
        """What the edition can fill and decide; the same in both languages."""
        days = frozenset(write_when(marker.when) for marker in edition.snapshot.file.markers)
        return cls(frozenset(edition.words), frozenset(edition.numbers), days)


def faults(
    name: str, texts: Mapping[str, str], standing: Mapping[str, str], known: Known
) -> dict[str, tuple[Fault, ...]]:
    """What is wrong with a text, by language code.

    A number that stands in one language alone is a mistake; one that was taken out of both was taken out on purpose.

    Args:
        name: which of the standing texts.
        texts: the text to be printed, in each language.
        standing: the text before it was edited, in each language.
        known: what may be named.
    """
    named = {code: tokens(text) for code, text in texts.items()}
    everywhere = {token for several in named.values() for token in several if _means_something(token, known)}
    before = set().union(*(tokens(text) for text in standing.values()))
    found: dict[str, tuple[Fault, ...]] = {}
    for code, text in texts.items():
        own = [*_unknown(name, code, named[code], known), *_stray(name, code, text)]
        own += [Fault(name, code, MISSING[code], token) for token in sorted(everywhere - named[code])]
        own += [Fault(name, code, LEFT_OUT, token, HINT) for token in sorted(before - everywhere)]
        own += [*_undated(name, code, text, known), *_unprinted(name, code, text)]
        own += [Fault(name, code, BY_HAND, token, HINT) for token in typed_numbers(text, standing.get(code, ""))]
        own += [Fault(name, code, UNCLOSED, token, HINT) for token in unclosed(text)]
        names = known.withheld(text) if text != standing.get(code) else ()
        own += [Fault(name, code, WITHHELD_NAME, token, HINT, {"mark": WITHHELD}) for token in names]
        found[code] = tuple(own)
    return found


def tokens(text: str) -> set[str]:
    """The placeholders and conditions of a text as they are written: `{first}`, `[massacres]`."""
    blocks = read_blocks(text)
    words = {f"{{{name}}}" for block in blocks for name in block.placeholders}
    return words | {f"[{block.condition}]" for block in blocks if block.condition}


def _unknown(name: str, code: str, named: set[str], known: Known) -> list[Fault]:
    wrong = sorted(token for token in named if not _means_something(token, known))
    return [Fault(name, code, UNKNOWN if token[0] == "{" else UNKNOWN_CONDITION, token) for token in wrong]


def _means_something(token: str, known: Known) -> bool:
    return token[1:-1] in (known.words if token[0] == "{" else known.numbers)


def _stray(name: str, code: str, text: str) -> list[Fault]:
    braces = _BRACES.findall(_TOKEN.sub("", text))
    return [_brace(name, code, token) for token in dict.fromkeys(braces)]


def _brace(name: str, code: str, token: str) -> Fault:
    """Braces that are closed hold a name that nothing has; one that stands alone is a slip."""
    if token.startswith("{") and token.endswith("}") and len(token) > 2:
        return Fault(name, code, UNKNOWN, token)
    return Fault(name, code, STRAY, token, values={"example": _EXAMPLE})


def _undated(name: str, code: str, text: str, known: Known) -> list[Fault]:
    """Headings of the history that are no day of the timeline: what stands under them would vanish unseen."""
    if name != "context":
        return []
    headings = (block.text for block in read_blocks(text) if block.kind == "heading")
    return [Fault(name, code, NO_SUCH_DAY, heading, HINT) for heading in headings if heading not in known.days]


def _unprinted(name: str, code: str, text: str) -> list[Fault]:
    """What was typed where the report has no place for it."""
    blocks = read_blocks(text)
    if name == "title":
        return [Fault(name, code, TITLE_ALONE, _beginning(block), HINT) for block in blocks[1:]]
    if name != "context":
        return []
    headed = [any(before.kind == "heading" for before in blocks[:at]) for at in range(len(blocks))]
    lost = [
        block
        for block, under in zip(blocks, headed, strict=True)
        if block.kind in ("title", "item") or (block.kind == "paragraph" and not under)
    ]
    return [Fault(name, code, UNDER_NO_DAY, _beginning(block), HINT) for block in lost]


def _beginning(block: Block) -> str:
    return block.text if len(block.text) <= _QUOTED else f"{block.text[:_QUOTED].rstrip()}…"
