"""``python -m tests.benchmarks``: the figures of the archive."""

from tests.benchmarks.bench import main

if __name__ == "__main__":
    main()
