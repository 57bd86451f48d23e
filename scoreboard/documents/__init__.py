"""What briefings, reports, profiles and decks say: pure content, which writers give a format."""
