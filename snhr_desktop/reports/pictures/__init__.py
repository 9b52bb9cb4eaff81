"""The charts of a period, each described once: the panels of the window and the pages of a report show the same.

Each module holds the words of one chart and a function `chart(telling)`; no ReportLab and no Qt here.
"""
