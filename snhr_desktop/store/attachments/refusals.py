"""What can go wrong with files of evidence, told."""

from snhr_desktop.domain.records.attachment import MOST_BYTES
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_


class FileUnread(Refusal):
    """A file to be taken in, or a part of it, could not be read: no right to, or its stick was pulled out."""

    said = N_("{name} could not be read.")
    advice = N_("Nothing of it was kept. Check that its disk or stick is connected and that you may open it.")


class NotAFile(Refusal):
    """What was given is no file with content of its own: a link, a device, a pipe."""

    said = N_("{name} is not a file that can be taken in.")
    advice = N_("Links, devices and the like are left out. Choose the file itself.")


class EmptyFolder(Refusal):
    """A folder was given that has no file in it."""

    said = N_("{name} holds no files.")
    advice = N_("Nothing was taken in. Choose another folder, or the files themselves.")


class OtherContent(Refusal):
    """A file is not the one that the records it came with tell of."""

    said = N_("{name} is not the file that its records tell of: its fingerprint is another.")
    advice = N_("Nothing of it was kept. Ask the office that sent it for the file as it was.")


class ChangedWhileRead(Refusal):
    """The file was written to by another program while it was read."""

    said = N_("{name} was changed by another program while it was taken in.")
    advice = N_("Nothing of it was kept. Wait until it is complete, and take it in again.")


class TooLarge(Refusal):
    """Larger than a file may be."""

    said = N_("{name} is larger than {most} GB.")
    advice = N_("Nothing of it was kept. Cut it into parts with another program, and keep the original elsewhere.")

    def __init__(self, name: str) -> None:
        super().__init__(name=name, most=MOST_BYTES // 1024**3)


class NoRoomForFile(Refusal):
    """The disk of the store has less room than the file needs. Sizes in MB."""

    said = N_("{name} needs {needed} MB, and the disk has {free} MB left.")
    advice = N_("Nothing of it was kept, and everything saved before is safe. Free some space and take it in again.")


class IntakeStopped(Refusal):
    """It was called off."""

    said = N_("It was called off.")
    advice = N_("Nothing of this file was kept.")


class AttachmentMissing(Refusal):
    """The encrypted file is not where it was put."""

    said = N_("The file {name} is not in the folder of the store any more.")
    advice = N_("What is said of it is kept. A backup may have the file: put it back from there.")


class AttachmentDamaged(Refusal):
    """The encrypted file does not read as it was written."""

    said = N_("The file {name} is damaged: it is not as it was taken in.")
    advice = N_("Nothing of it is shown or handed out. A backup may have the whole file: put it back from there.")


class FileWithdrawn(Refusal):
    """A file that is not to be used any more was to be handed out. Values: `name`, `reason`."""

    said = N_("The file {name} was withdrawn (“{reason}”).")
    advice = N_("Nothing of it was handed out. Where it may be used after all, take the withdrawal back first.")


class NoSuchAttachment(Refusal):
    """An identity or reference that no file has."""

    said = N_("There is no file {name}.")
    advice = N_("The list of the files kept tells the reference of each.")


class NoSuchRecord(Refusal):
    """A file was to be kept with a record that is not there."""

    said = N_("The record that the file was to be kept with is not recorded, or no more.")
    advice = N_("Nothing was changed. Open the record again, save it, and try again.")


class KeptNowhere(Refusal):
    """A file would be taken from the last record that it is kept with. Value: `name`."""

    said = N_("The file {name} would be kept with no record any more.")
    advice = N_("Nothing was changed. Keep it with another record first, or withdraw it.")


class RecordDocumented(Refusal):
    """A file was to be put with a documented record or taken from it, where the office asks for a second person."""

    said = N_("The record {name} is documented, and the office asks for a second person: it is not changed in place.")
    advice = N_("Nothing was changed. Take the step of documenting it back first; somebody else can then document it.")


class TargetExists(Refusal):
    """A file would be written over another."""

    said = N_("{name} is there already.")
    advice = N_("It was left as it is. Choose another folder or name.")


class NotStripped(Refusal):
    """The details inside a file of this type cannot be taken out."""

    said = N_("The details inside this file cannot be taken out here: it is no photo that can be read.")
    advice = N_("Nothing was made. Choose a photo, or make the copy with another program and take it in.")


class ReasonNeeded(Refusal):
    """A withdrawal without a reason."""

    said = N_("Write the reason first.")
    advice = N_("Nothing was changed.")
