"""Geld dat terug moet: waarom, van wie, en hoe het terugkomt."""
