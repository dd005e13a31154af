"""One intervention as JSON in FastAPI: the same fields as ours, without token, rights and sentences.

    api_fastapi.py FILE PORT
"""

import sqlite3
import sys
import threading

import uvicorn
from fastapi import FastAPI, HTTPException

FILE, PORT = sys.argv[1], int(sys.argv[2])
HEAD = """SELECT i.campaign_id, i.id, i.number, i.department, c.name, c.prophylaxis_year, g.number, g.name, g.insee, h.code,
        h.class, i.kind, i.state, i.planned_on, i.completed_on, v.order_number, r.number, r.version, r.value, r.issued_on
    FROM intervention i JOIN campaign c ON c.id = i.campaign_id JOIN herd h ON h.id = i.herd_id
    JOIN holding g ON g.id = h.holding_id LEFT JOIN veterinarian v ON v.id = i.veterinarian_id
    LEFT JOIN inspection_report r ON r.campaign_id = i.campaign_id AND r.intervention_id = i.id
        AND r.invalidated_on IS NULL
    WHERE i.number = ? ORDER BY c.prophylaxis_year DESC LIMIT 1"""
STATES = """SELECT disease, status, requested, tested, non_negative, started_on, finished_on, last_result_on, proposal,
        reasons FROM disease_state WHERE campaign_id = ? AND intervention_id = ? ORDER BY disease"""
EVALUATIONS = """SELECT disease, value FROM evaluation
    WHERE campaign_id = ? AND intervention_id = ? AND replaced_at IS NULL"""

app = FastAPI()
local = threading.local()


def connection() -> sqlite3.Connection:
    if not hasattr(local, "connection"):
        local.connection = sqlite3.connect(f"file:{FILE}?mode=ro", uri=True)
    return local.connection


@app.get("/api/v1/interventions/{number}")
def intervention(number: str) -> dict:
    database = connection()
    head = database.execute(HEAD, (number,)).fetchone()
    if head is None:
        raise HTTPException(404)
    evaluations = dict(database.execute(EVALUATIONS, head[:2]).fetchall())
    names = ("disease", "status", "requested", "tested", "nonNegative", "startedOn", "finishedOn", "lastResultOn",
             "proposal")
    states = []
    for row in database.execute(STATES, head[:2]):
        reasons = [{"code": code} for code in row[9].split()]
        states.append({**dict(zip(names, row)), "evaluation": evaluations.get(row[0]), "reasons": reasons})
    report = dict(zip(("number", "version", "value", "issuedOn"), head[16:20])) if head[16] else None
    return {
        "number": head[2], "department": head[3], "campaign": {"name": head[4], "year": head[5]},
        "herd": dict(zip(("holding", "name", "commune", "code", "class"), head[6:11])), "kind": head[11],
        "state": head[12], "plannedOn": head[13], "completedOn": head[14], "veterinarian": head[15],
        "diseases": states, "report": report,
    }


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=PORT, log_level="critical", access_log=False)
