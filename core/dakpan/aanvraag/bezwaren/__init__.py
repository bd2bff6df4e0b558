"""Bezwaar en beroep tegen een besluit: vastleggen, afhandelen, en wat er dan geldt."""
