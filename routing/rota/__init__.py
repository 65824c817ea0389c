"""The rota: the shifts it is made of, who is on by them, who is next, and where nobody is. Pure."""
