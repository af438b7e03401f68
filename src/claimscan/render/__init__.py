"""Records to what a person or a program reads: one file a format, all with the same signature."""
