"""Readings to text. Pure: it returns text and writes nothing."""
