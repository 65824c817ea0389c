"""The directory row by row."""
