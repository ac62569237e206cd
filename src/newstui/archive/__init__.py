"""The disk: all SQL of the program."""
