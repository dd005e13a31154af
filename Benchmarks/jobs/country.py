"""Forty-three departments of the size of the demonstration's in one database: some 180,000 interventions.

The running campaign of `vigie demo --running --department 71` is copied, row by row, under the codes of other
departments: what the follow-up reads, and nothing else.
"""

import shutil

from harness.bench import opened

COPIES = 42
STEP = 100_000_000
"""Between the identifiers of one department and of the next."""

# Tables with their keys, which move by STEP; what else must differ is said below.
TABLES = {
    "campaign": ["id"],
    "holding": ["id"],
    "herd": ["id", "holding_id"],
    "intervention": ["campaign_id", "id", "herd_id", "parent_id"],
    "requested_plan": ["campaign_id", "intervention_id"],
    "disease_state": ["campaign_id", "intervention_id"],
    "evaluation": ["campaign_id", "intervention_id", "id"],
    "inspection_report": ["id", "campaign_id", "intervention_id"],
    "non_completion": ["id", "campaign_id", "intervention_id"],
}


def running(bench):
    """The demonstration of department 71 with its campaign under way."""
    return bench.made("running", lambda path: bench.run(
        [bench.vigie, "demo", "--running", "--department", "71", "--scale", f"{bench.scale:g}", "--output", path]))


def country(bench):
    """The file with all departments."""
    def make(path):
        shutil.copy(running(bench) / "vigie.sqlite", path)
        with opened(path) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            for copy in range(1, COPIES + 1):
                for table, keys in TABLES.items():
                    add(connection, table, keys, copy)
            connection.commit()
            connection.execute("ANALYZE")
            connection.commit()
    return bench.made("country.sqlite", make)


def add(connection, table, keys, copy):
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]

    def value(column):
        if column in keys:
            return f"{column} + {copy * STEP}"
        if column == "department":
            return f"'{copy:02}'"
        if (table, column) == ("holding", "number"):
            # Ten thousand holdings a department; numbers from 99 on belong to nobody.
            return f"printf('99%06d', (substr(number, 3) + {copy * 10_000}) % 1000000)"
        if (table, column) in (("intervention", "number"), ("inspection_report", "number")):
            return f"number || '-{copy}'"
        return column

    year = "SELECT id FROM campaign WHERE department = '71' ORDER BY prophylaxis_year DESC LIMIT 1"
    owned = {
        "campaign": f"id = ({year})",
        "holding": "department = '71'",
        "herd": "department = '71'",
    }.get(table, f"campaign_id = ({year})")
    connection.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(map(value, columns))} FROM {table} WHERE {owned}")
