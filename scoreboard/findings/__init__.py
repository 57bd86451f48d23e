"""What the numbers say, in sentences: pure functions from the questions' answers and the words of a language."""
