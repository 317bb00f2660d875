"""Rules about sums of money: conversions, exchange rates and how currencies are written."""
