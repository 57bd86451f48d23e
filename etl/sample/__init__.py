"""The illustrative office: real unit names and history, invented scores, workbooks as offices made them for years."""

from etl.sample.office import OfficeInUseError, write_office

__all__ = ["OfficeInUseError", "write_office"]
