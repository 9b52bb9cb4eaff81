"""Files of any kind, read as rows: `open_source` tells what a file holds, `Source.rows` streams what stands in it.

Cells are kept as they stand in the file; what they mean is the mapping's business. Nothing in a file is executed.
"""

from snhr_desktop.exchange.reading.opening import open_source
from snhr_desktop.exchange.reading.source import OWN_FORMAT, Choices, Row, Sheet, Source

__all__ = ["OWN_FORMAT", "Choices", "Row", "Sheet", "Source", "open_source"]
