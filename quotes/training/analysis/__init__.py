"""Train the processors of stanza that the library uses, and score a package of them."""
