"""Deduplication against its targets: speed beside other engines, recall, groups, growth, headlines, history."""
