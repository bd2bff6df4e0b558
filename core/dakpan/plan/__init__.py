"""Plan: offerteverzoek, offerte en coachingsplan."""
