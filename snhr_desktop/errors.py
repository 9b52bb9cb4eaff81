"""What the world may refuse, told in the user's language: what happened, what is safe, what to do next.

A `Refusal` is the world's (a full disk, a wrong passphrase, a bad file). Everything else that is raised is ours,
a bug, and is never caught to be hidden. One class per refusal, so that callers can tell them apart.
"""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from snhr_desktop.i18n import N_, Language, Message


class Refusal(Exception):
    """The world refused; nothing was lost. Subclasses say what happened (`said`) and what to do (`advice`)."""

    said: ClassVar[Message] = N_("This could not be done.")
    advice: ClassVar[Message | None] = None

    def __init__(self, **values: object) -> None:
        super().__init__(self.said.text)
        self.values = values

    def __reduce__(self) -> tuple[Any, ...]:
        """Carried from one process to another as it is; its constructor is not asked again."""
        return _again, (type(self), self.__dict__)

    def tell(self, language: Language) -> str:
        """The whole message for a person, in their language."""
        told = _told(self.values, language)
        parts = [language.text(self.said, **told)]
        if self.advice:
            parts.append(language.text(self.advice, **told))
        return " ".join(parts)


class WrongPassphrase(Refusal):
    """No keyslot opens with what was typed."""

    said = N_("The passphrase or recovery code does not open this store.")
    advice = N_("Nothing was changed. Check the keyboard language and Caps Lock, and try again.")


class WrongKeyPassphrase(WrongPassphrase):
    """What was typed does not open the key file that was given, whichever store it is for."""

    said = N_("The passphrase does not open the key file {name}.")


class WrongKey(WrongPassphrase):
    """A key file was opened, and its key is not the one that opens this store."""

    said = N_("The key in {name} does not open this store.")
    advice = N_("Nothing was changed. The store may have been given another key of headquarters, or none.")


class CalledOff(Refusal):
    """Nobody waits for it any more: a window was closed, or the store is on its way out."""

    said = N_("It was called off.")
    advice = N_("Nothing was changed.")


class SwitchedOff(Refusal):
    """A user whom an administrator has switched off, with a copy of keyslots from before."""

    said = N_("You are switched off in this store.")
    advice = N_("Nothing was changed. Ask an administrator of the store.")


class SourcesHidden(Refusal):
    """Two incidents are to be made one by somebody who does not see who the sources are."""

    said = N_("Incidents are merged by somebody who sees who the sources are.")
    advice = N_("Nothing was changed. Ask a colleague who does.")


class PassphraseTaken(Refusal):
    """The passphrase is another user's: whose is not told."""

    said = N_("This passphrase cannot be used. Choose another.")
    advice = N_("Nothing was changed.")


class NoMemory(Refusal):
    """The machine has not the memory that a try at a passphrase takes: `memory` MiB."""

    said = N_("To try a passphrase here takes {memory} MB of free memory, which this computer does not have now.")
    advice = N_("Nothing was changed. Close other programs and try again.")


class TriedTooSoon(Refusal):
    """Wrong passphrases were given before, and the pause after them is not over. `seconds` are left."""

    said = N_("Wrong passphrases were given before. Seconds to wait until the next try: {seconds}.")
    advice = N_("Nothing was changed.")


class LastTries(WrongPassphrase):
    """As `WrongPassphrase`, in a store whose keys are destroyed after a number of wrong tries; `left` remain."""

    advice = N_("Wrong tries that are left before the keys of this store are destroyed for good: {left}.")


class NoPublicKey(Refusal):
    """What was given as the public key of headquarters is none."""

    said = N_("This is not a public key of headquarters.")
    advice = N_("Nothing was changed. Copy the whole line, or choose the file that headquarters sent.")


class NoKeyFile(Refusal):
    """A file given as the private key of headquarters is none, or cannot be read."""

    said = N_("{name} is not a key file of headquarters, or cannot be read.")
    advice = N_("Nothing was opened. Choose the file that was made with “hqkey new”.")


class NotAStore(Refusal):
    """The folder holds no store."""

    said = N_("{name} is not a store of this application.")
    advice = N_("Choose a folder whose name ends in .snhr.")


class StoreExists(Refusal):
    """A new store would overwrite something."""

    said = N_("{name} already exists.")
    advice = N_("It was left as it is. Choose another name.")


class NameTaken(Refusal):
    """A saved filter would get the name of another."""

    said = N_("{name} is the name of another filter.")
    advice = N_("Choose another name.")


class OlderStore(Refusal):
    """A store from before a step of its form was asked to be read, and reading may change nothing."""

    said = N_("{name} was made by an older version of this application, and is still in its form.")
    advice = N_("Nothing was changed. Open it once in the window: a copy is put aside, and the form is renewed.")


class CountedByOthers(OlderStore):
    """A store whose figures another edition of the program made was asked to be read: they would be told as ours."""

    said = N_("{name} was last opened by another version of this application, and its figures follow other rules.")
    advice = N_("Nothing was changed. Open it once in the window: its figures are made anew from the records.")


class NewerStore(Refusal):
    """Written by a later version of the program."""

    said = N_("This store was written by a newer version of the application.")
    advice = N_("It was left as it is. Install the newer version to open it.")


class ReadOnlyFolder(Refusal):
    """The store cannot be written where it lies."""

    said = N_("The folder {name} cannot be written to.")
    advice = N_("Nothing was saved. Check the permissions, or copy the store to another disk.")


class DiskFull(Refusal):
    """No room for the write; it was rolled back."""

    said = N_("The disk is full.")
    advice = N_("Nothing was half-saved; everything saved before is safe. Free some space and save again.")


class SpareRoomGiven(DiskFull):
    """No room for the write, and the room that was kept back for it is free now: asked once more, it may be taken."""

    advice = N_(
        "Nothing was half-saved; everything saved before is safe. Room that was kept back for this is free now: "
        "save once more, then free some space on the disk."
    )


class FullToRead(DiskFull):
    """A store that was opened for reading, because its disk had no room left, was to be written to."""

    said = N_("The disk is full, so the store is open for reading alone.")
    advice = N_("Nothing was changed. Free some space on the disk, then open the store again.")


class WriteFailed(Refusal):
    """The disk did not take a write, and not for want of room: a stick pulled out, a quota, a limit of its format."""

    said = N_("The disk did not take the data.")
    advice = N_(
        "Nothing was half-saved; everything saved before is safe. "
        "Check that the disk is connected and may be written to, and save again."
    )


class StoreGone(Refusal):
    """The folder of an open store is not where it was: a stick pulled out, a folder moved, put aside or removed."""

    said = N_("The store {name} is not where it was when it was opened.")
    advice = N_(
        "Nothing more is saved there; everything saved before is safe where it is. Plug the disk in again, or put the "
        "folder back, and open the store once more. What you typed stays in this window."
    )


class StoreBusy(Refusal):
    """Another program holds the store."""

    said = N_("The store is in use by another window or program.")
    advice = N_("Nothing was changed. Close the other one and try again.")


class DamagedStore(Refusal):
    """The file does not read as it was written."""

    said = N_("The store is damaged and could not be read in full.")
    advice = N_("Do not write to it. Make a copy of the folder and open the latest backup.")


class KeysDestroyed(Refusal):
    """The folder has a store and no keyslots: somebody destroyed them, or their files were lost."""

    said = N_("The keys of {name} were destroyed or are lost: nothing here can open it any more.")
    advice = N_("A backup that was kept elsewhere has keys of its own, and opens with its passphrase or recovery code.")


class ChangedMeanwhile(Refusal):
    """The record was saved by someone else since it was opened."""

    said = N_("This record was changed elsewhere after you opened it.")
    advice = N_("Your entry is kept as a draft. Open the record again and compare.")


class MergedAway(Refusal):
    """The incident was merged into another, and is changed there alone."""

    said = N_("This incident was merged into {reference}.")
    advice = N_("Nothing was changed. Go on with {reference}, or undo the merge first.")


class MergedSince(Refusal):
    """A merge is to be undone that another stands upon."""

    said = N_("{reference} was merged into the same incident later.")
    advice = N_("Nothing was changed. Undo that merge first.")


class MergedWithItself(Refusal):
    """Both sides of a merge are one incident."""

    said = N_("These are one and the same incident.")
    advice = N_("Nothing was changed. Choose another incident to merge with.")


class SavedSinceMerge(Refusal):
    """A merge is to be undone by someone who has not seen what was saved after it."""

    said = N_("{reference} was saved by someone else after you opened it.")
    advice = N_("Nothing was undone. Look at what was changed, then undo the merge again.")


class NotMerged(Refusal):
    """A merge is to be undone that there is none of, or no more."""

    said = N_("This incident is not merged into another.")
    advice = N_("Nothing was changed.")


class ImportUndone(Refusal):
    """An import is to be undone a second time."""

    said = N_("The import of {name} was taken back before.")
    advice = N_("Nothing was changed.")


class MergeUndone(Refusal):
    """A revision is to be restored that holds another incident, which stands on its own again."""

    said = N_(
        "This revision holds {reference} as well, by a merge that was undone since; "
        "restoring it would count the victims of {reference} twice."
    )
    advice = N_("Nothing was changed. To make one incident of both, merge the two again.")


class MergeStands(Refusal):
    """A revision is to be restored from before a merge that is still in force."""

    said = N_(
        "{reference} was merged into this incident after that revision; "
        "restoring it would leave the victims of {reference} counted nowhere."
    )
    advice = N_("Nothing was changed. Undo the merge first, or correct the fields by hand.")


class NoSuchPerson(Refusal):
    """A link to a victim who is not recorded, or no more."""

    said = N_("One of the two persons is no longer recorded.")
    advice = N_("Nothing was changed. Open both incidents again and compare.")


class BadFile(Refusal):
    """A file to read is not what it should be."""

    said = N_("{name} could not be read: {reason}")
    advice = N_("Nothing was imported.")


class NoScreen(Refusal):
    """A window was asked for where none can be shown."""

    said = N_("There is no screen here to open the window on.")
    advice = N_("Use the commands that --help lists, or “tour” for pictures of the window.")


class UnknownCode(Refusal):
    """A code that no vocabulary, figure or period has."""

    said = N_("{code} is not known as {kind}.")
    advice = N_("Known are: {known}")


@dataclass(frozen=True)
class Problem:
    """One thing wrong, or still missing, in an entry: which record, which field, and in words why.

    `record` is a record type's name, `row` its position among those of the incident (0 for the incident itself).
    `level` is `error` (cannot be saved), `needed` (cannot be called documented yet), `hint`, or
    `accepted`: a hint that somebody let stand, for a `reason`. `cell` says where it stands in a file it came from.
    """

    record: str
    field: str
    message: Message
    row: int = 0
    level: str = "error"
    values: dict[str, object] = dataclasses.field(default_factory=dict, compare=False)
    reason: str = ""
    cell: str = dataclasses.field(default="", compare=False)

    def tell(self, language: Language) -> str:
        """The message alone, for beside the field. Values that are messages are told in the same language."""
        return language.text(self.message, **_told(self.values, language))


class InvalidEntry(Refusal):
    """An entry with errors reached the door of the store and was turned away whole."""

    said = N_("The entry was not saved: some fields need to be corrected.")

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = tuple(problems)

    def tell(self, language: Language) -> str:
        """The refusal with each problem on its own line."""
        return "\n".join([language.text(self.said), *(f"- {p.tell(language)}" for p in self.problems)])


class StepRefused(InvalidEntry):
    """A step of verification that may not be taken: from here, without a reason, or by this person."""

    said = N_("It was not saved, and stays as it was.")


def _again(kind: type[Refusal], state: dict[str, object]) -> Refusal:
    refusal = kind.__new__(kind)
    refusal.__dict__.update(state)
    return refusal


def _told(values: Mapping[str, object], language: Language) -> dict[str, object]:
    """Values that are words themselves (what kind of code, the name of a period) and lists are told in the same
    language.
    """
    return {k: _in(v, language) for k, v in values.items()}


def _in(value: object, language: Language) -> object:
    if isinstance(value, Message):
        return language.text(value)
    if isinstance(value, tuple):
        return language.join([language.isolate(one) for one in value])
    return value(language) if callable(value) else value
