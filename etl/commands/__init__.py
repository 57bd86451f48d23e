"""What every verb of the command line does; `etl.__main__` only reads the arguments."""
