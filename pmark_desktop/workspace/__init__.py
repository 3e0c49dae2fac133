"""The open workspace and everything one can do to it. Knows no Qt."""
