"""The visit pass: what a visitor carries to the next visit or the next site, in one QR code and on no device."""
