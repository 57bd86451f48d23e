"""The XML namespaces of OpenDocument, as they stand in front of a name."""

_STANDARD = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TABLE, TEXT, STYLE = (_STANDARD % each for each in ("office", "table", "text", "style"))
FORMAT = _STANDARD % "xsl-fo-compatible"
DRAWING = _STANDARD % "svg-compatible"
CALC_EXTENSION = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
