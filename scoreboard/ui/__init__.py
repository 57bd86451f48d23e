"""What every page is made of: choices in the URL, cached reads, the page frame, panels and tables."""
