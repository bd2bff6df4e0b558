"""Een wijziging na het besluit: melden, doorrekenen vanaf de dag van de verandering, en erover beslissen."""
