"""`python -m netscout`: the same as the `netscout` command."""

from netscout.cli.main import run

if __name__ == "__main__":
    run()
