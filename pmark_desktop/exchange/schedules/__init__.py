"""How the daily run is handed to the system: files that its own scheduler reads, and back."""
