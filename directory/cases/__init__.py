"""The register of cases: keyed hashes, their key, and what is written down before anybody is told."""
