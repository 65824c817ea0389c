"""Who somebody is: accounts, how they come to be and end, who keeps them, and programs known by a secret."""
