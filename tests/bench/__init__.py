"""Benchmarks: each takes `--data DIR`, prints ratios of things measured side by side in one run, and asserts nothing."""
