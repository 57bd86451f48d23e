"""From yearly scoresheets to a new database version: read, lay out, harmonise, check, compute, build."""
