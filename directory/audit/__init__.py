"""Who changed what, and who was told what: written in one chain of hashes, checked, and searched."""
