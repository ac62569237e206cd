"""Words to a query: the frozen value, the grammar, the dates."""
