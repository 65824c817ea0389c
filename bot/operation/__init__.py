"""What whoever runs the service sees of it: health, metrics, the log; never anything of a person."""
