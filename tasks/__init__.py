"""The work: pure functions by stage. No Prefect in here."""
