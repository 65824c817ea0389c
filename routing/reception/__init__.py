"""What reception sees beside an answer: the board, what is found while typing, what it may say. Pure."""
