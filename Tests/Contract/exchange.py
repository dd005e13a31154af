"""A GDS's program, with the client that openapi-python-client made from the description: a token, the list, one
intervention, its notes, results in, the acknowledgement. Every step says what it expects."""

import json
import sys
import uuid
from io import BytesIO

import httpx
from client import AuthenticatedClient
from client.api.account import get_account
from client.api.campaigns import get_campaign, list_campaigns, list_interventions
from client.api.imports import get_acknowledgement, list_imports
from client.api.interventions import add_note, get_intervention, get_intervention_dossier, list_notes
from client.api.results import send_analysis_report
from client.api.webhooks import (
    add_webhook, list_webhook_deliveries, list_webhooks, ping_webhook, remove_webhook, rotate_webhook_secret)
from client.models import NewNote, NewNoteKind, NewWebhook, NewWebhookKindsItem
from client.types import File

address, identity, facts = sys.argv[1], json.loads(sys.argv[2]), json.loads(sys.argv[3])
department, year = facts["department"], facts["year"]

answer = httpx.post(
    f"{address}/api/oauth/token", data={"grant_type": "client_credentials"},
    auth=(identity["client_id"], identity["client_secret"]))
assert answer.status_code == 200, answer.text
assert answer.json()["expires_in"] == 900
vigie = AuthenticatedClient(
    base_url=f"{address}/api/v1", token=answer.json()["access_token"], raise_on_unexpected_status=True)

account = get_account.sync(client=vigie)
assert account.login == "ddpp", account

campaigns = list_campaigns.sync(client=vigie)
assert year in {campaign.year for campaign in campaigns.items}, campaigns

assert get_campaign.sync(department, year, client=vigie).deadlines.closing_from is not None

numbers, cursor = [], None
while True:
    extra = {"cursor": cursor} if cursor else {}
    page = list_interventions.sync(department, year, client=vigie, limit=50, **extra)
    numbers += [line.number for line in page.items]
    cursor = page.next_
    if cursor is None:
        break
assert numbers == sorted(set(numbers)) and len(numbers) > 1, len(numbers)

number, animal, sampled_on, disease, method = facts["sampled"]
assert number in numbers
intervention = get_intervention.sync(number, client=vigie)
assert intervention.number == number and len(intervention.diseases) == 3, intervention
assert all(reason.sentence for state in intervention.diseases for reason in state.reasons)

dossier = get_intervention_dossier.sync(number, client=vigie)
assert {plan.disease for plan in dossier.plans} <= {state.disease for state in dossier.diseases}, dossier

key = str(uuid.uuid4())
note = NewNote(kind=NewNoteKind.CALL, text="Éleveur rappelé par le programme d'essai.")
for _ in range(2):
    stored = add_note.sync_detailed(number, client=vigie, body=note, idempotency_key=key)
    assert stored.status_code == 201, stored
assert stored.headers["idempotency-replayed"] == "true"
texts = [line.text for line in list_notes.sync(number, client=vigie).items]
assert texts.count(note.text) == 1, texts

report = f"""<?xml version="1.0" encoding="UTF-8"?>
<analysis-report xmlns="urn:vigie:analysis-report:1" version="1">
<envelope sender="{facts['blood']}" recipient="{department}" created-on="{sampled_on}" reference="{key}"/>
<request intervention="{number}">
<sample number="S-{key}" animal="{animal}" sampled-on="{sampled_on}">
<result disease="{disease}" method="{method}" matrix="blood" interpretation="NEG" analysed-on="{sampled_on}"/>
</sample></request></analysis-report>
"""
sent = send_analysis_report.sync_detailed(
    client=vigie, department=department, idempotency_key=str(uuid.uuid4()),
    body=File(payload=BytesIO(report.encode()), file_name="rai.xml", mime_type="application/xml"))
assert sent.status_code == 201, sent
run = sent.parsed.import_
assert run.accepted == 1 and run.refused == 0, sent.parsed

acknowledgement = get_acknowledgement.sync(run.id, client=vigie)
assert acknowledgement.verdict == "accepted" and acknowledgement.digest == run.digest, acknowledgement
assert list_imports.sync(client=vigie, department=department, limit=1).items[0].id == run.id
made = add_webhook.sync(
    client=vigie, idempotency_key=str(uuid.uuid4()),
    body=NewWebhook(address="https://receiver.invalid/vigie", kinds=[NewWebhookKindsItem.RESULTS_RECEIVED]))
assert made.secret.startswith("whsec_") and made.webhook.state == "active", made
assert rotate_webhook_secret.sync(made.webhook.id, client=vigie, idempotency_key=str(uuid.uuid4())).secret != made.secret
ping = ping_webhook.sync(made.webhook.id, client=vigie, idempotency_key=str(uuid.uuid4()))
assert ping.id in {line.id for line in list_webhook_deliveries.sync(made.webhook.id, client=vigie).items}
remove_webhook.sync(made.webhook.id, client=vigie, idempotency_key=str(uuid.uuid4()))
assert made.webhook.id not in {line.id for line in list_webhooks.sync(client=vigie).items}
print("exchange: done")
