"""The page of review: what waits, read and decided on by keyboard alone."""

from snhr_desktop.ui.review.page import ReviewPage

__all__ = ["ReviewPage"]
