"""Pマーク更新デスク: the renewal of the P-mark, from its last day of validity back to today."""

__version__ = "0.1.0"
