"""Aanmelden: wie bent u, namens wie werkt u, en hoe komt u weer weg."""
