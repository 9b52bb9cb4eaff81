"""One term of a vocabulary: a stable code with a label in each language."""

from dataclasses import dataclass
from datetime import date

from snhr_desktop.i18n import Language, Message


@dataclass(frozen=True)
class Term:
    """A code that records store and people never see, and the label they see instead.

    `group` names what the term belongs to (a facility type its category, a party its alliance, a weapon the unit it is
    counted in). `valid_from` and `valid_to` say when a name was in use. A retired term is no longer offered but stays
    readable: a code is never reused and never removed. `also` are other words that people type when they mean it, in
    either language: they find the term and are never shown. `of_people` are such words that are said of one man, of
    whom another form is said of a woman or of several: a file may have any of these (`spoken`). `wider` are words that
    mean more than the term: they find it for whoever types and sees the label, and are asked where a file has them.
    `own` is a term that an office added, `like` the network's one it is a kind of and counted as. `of_a_woman` is the
    label where it is said of one woman or girl, in a language that says it otherwise.
    """

    code: str
    label: Message
    group: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    retired: bool = False
    also: tuple[str, ...] = ()
    own: bool = False
    like: str = ""
    of_a_woman: Message | None = None
    of_people: tuple[str, ...] = ()
    wider: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All other words that mean it."""
        return (*self.of_people, *self.also)

    def say(self, language: Language, sex: str = "") -> str:
        """The label in a language, as it is said of one person of a sex."""
        return language.text(self.of_a_woman if self.of_a_woman and sex == "female" else self.label)
