"""pyHanko's writer, which adds a signature and leaves what the file says of itself as it was."""

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


class QuietWriter(IncrementalPdfFileWriter):
    """Adds to a file, without its own name and the clock in the metadata: these are the report's and stay so."""

    def _update_meta(self) -> None:
        """Nothing."""
