"""The schedulers of the three systems: each registers, shows and removes one daily run."""
