"""Who is where: offices, posts, numbers, the register of cases."""
