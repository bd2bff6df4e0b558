"""De zaken op het scherm: wat moet ik nu doen, de lijst, en één zaak van aanvraag tot betaling."""
