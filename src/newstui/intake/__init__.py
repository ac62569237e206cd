"""Bytes to articles: decoding, formats, cleaning."""
