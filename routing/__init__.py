"""What is right: whom to ask, in what order, and why. Pure."""
