"""Writes tables of a SQLite file as Parquet, dates as dates: run by the peers' Python.

    parquet.py DATABASE FOLDER TABLE…
"""

import sqlite3
import sys
from pathlib import Path

import duckdb
import pandas


def is_day(column):
    return column in ("since", "until") or column.endswith(("_on", "_date"))


def main(database, folder, *tables):
    Path(folder).mkdir()
    with sqlite3.connect(database) as connection:
        for table in tables:
            frame = pandas.read_sql(f"SELECT * FROM {table}", connection)
            values = [f'CAST("{name}" AS DATE) AS "{name}"' if is_day(name) else f'"{name}"' for name in frame.columns]
            duckdb.sql(f"COPY (SELECT {', '.join(values)} FROM frame) TO '{folder}/{table}.parquet'")


if __name__ == "__main__":
    main(*sys.argv[1:])
