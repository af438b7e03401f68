"""A coverage-guided fuzzer for everything that takes bytes, text or rules from others."""
