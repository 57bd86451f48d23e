"""Tables as .xlsx files, for the command line and the dashboard alike: it knows neither of them."""
