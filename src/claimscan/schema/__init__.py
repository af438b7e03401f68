"""The JSON Schema of the output, as package data."""
