"""`python -m claimscan`."""

from claimscan.cli import main

main()
