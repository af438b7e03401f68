"""The fuzz targets, one a file: `check(data)` runs one part of the program on any bytes and asserts what it promises."""
