"""Budget per jaar en kostenplaats: wat is er, wat is verplicht, wat is betaald, en wat is vrij?"""
