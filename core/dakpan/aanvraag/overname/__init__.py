"""Zaken die al liepen voordat de organisatie het loket gebruikte: overgenomen uit haar eerdere administratie.

Een organisatie kent zichzelf niets toe: wat zij overneemt ligt bij de financier, en pas na zijn ja telt het.
"""
