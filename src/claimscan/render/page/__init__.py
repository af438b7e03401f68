"""The page's template, style and scripts, as package data."""
