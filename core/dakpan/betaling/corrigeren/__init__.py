"""Wat er na het indienen van een declaratie af gaat: deels goedkeuren, een correctie achteraf, en de creditnota."""
