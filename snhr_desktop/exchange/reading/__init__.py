"""Files of any kind, read as rows: `open_source` tells what a file holds, `Source.rows` streams what stands in it.

Cells are kept as they stand in the file; what they mean is the mapping's business. Nothing in a file is executed.
"""

from snhr_desktop.exchange.reading.form import Form
from snhr_desktop.exchange.reading.opening import open_source
from snhr_desktop.exchange.reading.remarks import Remark
from snhr_desktop.exchange.reading.source import OWN_FORMAT, Choices, Row, Sheet, Source
from snhr_desktop.exchange.reading.xlsform import read_form

__all__ = ["OWN_FORMAT", "Choices", "Form", "Remark", "Row", "Sheet", "Source", "open_source", "read_form"]
