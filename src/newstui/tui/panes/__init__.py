"""The four panes and the filter bar."""
