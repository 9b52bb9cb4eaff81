"""SNHR Desktop: record incidents offline, count them by a stated unit, print them in two languages."""

__version__ = "0.1.0"
