"""A run's numbers and tables become one self-contained HTML page."""

from flows.report.page import render_report

__all__ = ["render_report"]
