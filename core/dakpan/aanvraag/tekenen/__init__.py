"""Digitaal ondertekenen: wie vraagt wie, met welke link en code, voor precies welk document."""
