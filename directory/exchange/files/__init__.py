"""CSV and XLSX files: read and written a row at a time, what is wrong with one, how far it is."""
