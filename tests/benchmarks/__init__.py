"""Benchmarks, each with its own command."""
