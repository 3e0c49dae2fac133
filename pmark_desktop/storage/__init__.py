"""Where it is kept: one SQLite file and its log. Knows sqlite3 and the domain."""
