"""Cells into tables."""

from etl.layout.find import find_tables

__all__ = ["find_tables"]
