"""The keeper's pages: the directory kept true by those who keep an area, or all of them."""
