"""What the site's labels need: which wear out, which seem covered, which a staff round found."""
