"""The cleaning stage against its targets, on real news that the repository does not hold."""
