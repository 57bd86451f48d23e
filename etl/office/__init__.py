"""The office folder, and the reference tables in it."""

from etl.office.folder import OfficeFolder
from etl.office.load import Reference, full_row, load_reference
from etl.office.save import save_rows

__all__ = ["OfficeFolder", "Reference", "full_row", "load_reference", "save_rows"]
