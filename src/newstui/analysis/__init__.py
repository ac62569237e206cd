"""Questions over the archive."""
