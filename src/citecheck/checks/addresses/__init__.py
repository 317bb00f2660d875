"""URL: addresses as printed; nothing here asks the network."""
