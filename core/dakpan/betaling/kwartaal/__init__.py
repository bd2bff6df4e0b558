"""Wat een kwartaalronde achterliet, en de lijsten daarvan."""
