"""Anything in, documents out: files, folders, standard input and JSON Lines."""
