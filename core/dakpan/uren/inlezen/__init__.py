"""Uren uit een bestand: bekijken per regel, en dan alles of niets."""

from dakpan.uren.inlezen.bekijken import bekijk
from dakpan.uren.inlezen.doen import lees_in
from dakpan.uren.inlezen.kolommen import KOLOMMEN

__all__ = ["KOLOMMEN", "bekijk", "lees_in"]
