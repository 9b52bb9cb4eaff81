"""What does not agree, and the refusal that tells it."""

from dataclasses import dataclass, field

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Language, Message

PRINTED = N_("{figure}: “{printed}”")
WANTING = N_("{figure}: “{expected}” is missing")
INSTEAD = N_("{figure}: “{printed}” instead of “{expected}”")


@dataclass(frozen=True)
class Disagreement:
    """What does not agree, and the figure or text concerned: by its title, or in its own words.

    `printed` is what would have stood on the page, `expected` what the records or the other edition say. `text` and
    `language` name the standing text that is wrong, where it is one.
    """

    what: Message
    figure: Message | str
    printed: str = field(default="", compare=False)
    expected: str = field(default="", compare=False)
    text: str = field(default="", compare=False)
    language: str = field(default="", compare=False)

    def where(self, language: Language) -> str:
        """The figure, and both numbers where there are two."""
        named = language.text(self.figure) if isinstance(self.figure, Message) else self.figure
        said = {(True, True): INSTEAD, (True, False): PRINTED, (False, True): WANTING}
        message = said.get((bool(self.printed), bool(self.expected)))
        if message is None:
            return named
        return language.text(message, figure=named, printed=self.printed, expected=self.expected)


class FiguresDisagree(Refusal):
    """The report contradicts its records or itself: printing it would publish a wrong number."""

    said = N_("The report was not written, because its numbers do not agree: {what} ({figure}).")
    advice = N_("Check the store with “verify”, and gather the report again.")

    def __init__(self, found: Disagreement) -> None:
        super().__init__(what=found.what)
        self.found = found

    def tell(self, language: Language) -> str:
        """The refusal with the figure concerned and both numbers."""
        self.values["figure"] = self.found.where(language)
        return super().tell(language)


class TextDisagrees(FiguresDisagree):
    """A text edited for this report says a number that the records do not bear out."""

    said = N_("The report was not written, because of a number in an edited text: {what} ({figure}).")
    advice = N_("Put in the placeholder of the figure, or name the source and its date in brackets.")
