"""The tables that stand beside figures: which columns of an answer are shown, under which words, written how."""
