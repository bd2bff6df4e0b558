"""Iemand zonder account doet één ding: met een link, een code per e-mail, en verder niets."""
