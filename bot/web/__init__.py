"""The chat page: works in any browser, with and without JavaScript."""
