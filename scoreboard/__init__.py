"""What the pages need: questions to the database, findings, figures, tables, exports and words."""
