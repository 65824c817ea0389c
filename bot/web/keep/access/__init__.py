"""Who is let in: accounts, invitations, and programs of other systems."""
