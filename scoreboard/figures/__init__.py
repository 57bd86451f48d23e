"""Figures: pure functions from a table to a Plotly figure without a title; `theme` owns colours and type."""
