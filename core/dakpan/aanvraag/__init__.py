"""Aanvraag: wie vraagt wat, en wat wordt er besloten?"""
