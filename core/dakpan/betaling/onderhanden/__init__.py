"""Wat er aan werk ligt dat nog niet is gedeclareerd, op het scherm en op papier."""
