"""A mapping for a file that has none: guessed from the headers in either language, from what the cells hold."""

from snhr_desktop.exchange.guessing.guess import Guess, guess
from snhr_desktop.exchange.guessing.offers import Offer, offers
from snhr_desktop.exchange.guessing.previews import Preview, Seen, previews
from snhr_desktop.exchange.guessing.targets import ColumnGuess

__all__ = ["ColumnGuess", "Guess", "Offer", "Preview", "Seen", "guess", "offers", "previews"]
