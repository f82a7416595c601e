"""Numbers, years, units, Roman numerals and shortened words in full, as a narrator of the language says them."""
