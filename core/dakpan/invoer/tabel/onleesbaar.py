"""Wat er met een heel bestand mis kan zijn."""


class Onleesbaar(ValueError):
    """Dit bestand is niet als tabel te lezen; de tekst zegt waarom en wat te doen."""
