"""What channels keep: where a chat stands, which updates are answered, a language, who was sent where."""
