"""Who somebody is: accounts, how they come to be and end, and programs that a secret is known of."""
