"""The directory in memory, as routing sees it on any day: made from the tables, anew when they change."""
