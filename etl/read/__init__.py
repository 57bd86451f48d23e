"""Workbook files into cells."""

from etl.read.workbook import find_other_files, find_workbooks, read_workbook, read_workbooks

__all__ = ["find_other_files", "find_workbooks", "read_workbook", "read_workbooks"]
