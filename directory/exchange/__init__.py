"""What comes into the directory from files, and goes out to them."""
