"""Uren: wat een coach doet, waarvoor en hoe lang."""
