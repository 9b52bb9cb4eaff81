"""What a command lists: a line for each, or that there is none."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from snhr_desktop.i18n import Language, Message

One = TypeVar("One")


def listed(found: Iterable[One], said: Callable[[One, Language], str], none: Message, language: Language) -> str:
    """The lines, ready to print."""
    return "\n".join(said(one, language) for one in found) or language.text(none)
