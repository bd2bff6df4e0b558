"""Uren schrijven en lezen vanuit een ander programma, met dezelfde regels als op het scherm."""
