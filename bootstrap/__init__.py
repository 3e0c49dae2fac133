"""What `start.py` does before the program runs: the `.venv`, its packages, the system's libraries.

Only the standard library, and only for a checkout; the installed program does not need it.
"""
