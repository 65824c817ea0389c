"""The one use case of every channel: something is said or pressed, and a reply comes back."""
