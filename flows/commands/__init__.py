"""One module per command; each has `run(options)`, which prints an answer and returns the exit status."""
