"""Being signed in on the web: how somebody comes to be, and how a browser is known again."""
