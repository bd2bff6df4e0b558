"""Toegangssleutels: hoe een ander programma namens een medewerker bij de webdienst komt."""
