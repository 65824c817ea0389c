"""What may stand in a cell: how it is read however people type it, and how it is written."""
