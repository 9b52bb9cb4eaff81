"""What restoring refuses."""

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_


class PresentNotOpened(Refusal):
    """A backup was to take the place of a store that its passphrase does not open."""

    said = N_("What was typed opens the backup and not {name}, which stands there now.")
    advice = N_("Restore it beside, as a new store; or let somebody do it whose passphrase opens both.")
