"""A practice's program, with the generated client: its herds and their animals, what waits, a tuberculin report, the
results. Its token is a veterinarian's, whose rights come herd by herd."""

import sys
import uuid
from datetime import date, timedelta

from client import AuthenticatedClient
from client.api.account import get_account
from client.api.animals import get_animal
from client.api.herds import get_herd, list_herd_animals, list_herds
from client.api.interventions import get_intervention, list_reached_interventions, list_results
from client.api.notices import list_notices
from client.api.results import send_tuberculin_report
from client.models import (
    TuberculinReport, TuberculinReportAnimalsItem, TuberculinReportAnimalsItemOutcome, TuberculinReportCounts,
    TuberculinReportMethod)

address, token, today = sys.argv[1], sys.argv[2], date.fromisoformat(sys.argv[3])
vigie = AuthenticatedClient(base_url=f"{address}/api/v1", token=token, raise_on_unexpected_status=True)

assert "tuberculin.report" in get_account.sync(client=vigie).intentions

herds = list_herds.sync(client=vigie).items
assert herds and len({(herd.holding, herd.code) for herd in herds}) == len(herds), herds
herd = get_herd.sync(herds[0].holding, herds[0].code, client=vigie)
assert (herd.holding, herd.code) == (herds[0].holding, herds[0].code) and herd.animals, herd

reached, cursor = [], None
while True:
    extra = {"cursor": cursor} if cursor else {}
    page = list_reached_interventions.sync(client=vigie, limit=2, **extra)
    reached += page.items
    cursor = page.next_
    if cursor is None:
        break
assert {line.holding for line in reached} <= {herd.holding for herd in herds}, reached

waiting = [line for line in reached if line.may_report_tuberculin and line.injected_on is None]
assert waiting, "the data leave the veterinarian a report to send"
farm = waiting[0]
animals = list_herd_animals.sync(farm.holding, farm.herd, client=vigie, limit=500).items
assert animals == sorted(animals, key=lambda animal: animal.number) and animals[0].since <= today
animal = get_animal.sync(animals[0].number, client=vigie)
assert animal.number == animals[0].number and any(stay.holding == farm.holding for stay in animal.stays), animal

doubtful = animals[0].number
report = TuberculinReport(
    intervention=farm.number, method=TuberculinReportMethod.IDS, injected_on=today - timedelta(days=4),
    read_on=today - timedelta(days=1), subjective=False,
    counts=TuberculinReportCounts.from_dict(
        {"NTIDS": len(animals), "NNIDSN": len(animals) - 1, "NADIDS": 1, "NPIDSP": 0}),
    animals=[TuberculinReportAnimalsItem(number=doubtful, outcome=TuberculinReportAnimalsItemOutcome.DOUBTFUL)])
sent = send_tuberculin_report.sync_detailed(client=vigie, body=report, idempotency_key=str(uuid.uuid4()))
assert sent.status_code == 201 and sent.parsed.intervention == farm.number, sent

skin = [line for line in list_results.sync(farm.number, client=vigie).items if line.matrix == "skin"]
assert [(line.animal, line.interpretation) for line in skin] == [(doubtful, "doubtful")], skin
states = {state.disease: state for state in get_intervention.sync(farm.number, client=vigie).diseases}
assert states["TUB"].last_result_on is not None, states["TUB"]
assert list_notices.sync(client=vigie).items is not None
print("practice: done")
