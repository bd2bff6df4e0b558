"""Een zaak naar een andere financier: een ander kantoor of een andere gemeente, met alleen wat er mee mag."""
