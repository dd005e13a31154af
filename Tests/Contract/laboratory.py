"""A laboratory's program, with the generated client: the requests to it, one fetched as message and on paper, its results
sent, the acknowledgement read. Its token is a laboratory's account."""

import sys
import uuid
from io import BytesIO
from xml.etree import ElementTree

from client import AuthenticatedClient
from client.api.account import get_account
from client.api.analysis_requests import (
    fetch_laboratory_request, list_laboratory_requests, print_laboratory_request)
from client.api.imports import get_acknowledgement
from client.api.results import send_analysis_report
from client.models import ListLaboratoryRequestsStage
from client.types import File

address, token, today = sys.argv[1], sys.argv[2], sys.argv[3]
vigie = AuthenticatedClient(base_url=f"{address}/api/v1", token=token, raise_on_unexpected_status=True)
DAI = "{urn:vigie:analysis-request:1}"

assert "analysis.fetch" in get_account.sync(client=vigie).intentions

waiting, cursor = [], None
while True:
    extra = {"cursor": cursor} if cursor else {}
    page = list_laboratory_requests.sync(client=vigie, limit=50, year=int(today[:4]), **extra)
    waiting += page.items
    cursor = page.next_
    if cursor is None:
        break
assert waiting and all(line.fetched_at is None and not line.is_cancelled for line in waiting), waiting
wanted = waiting[0]

message = fetch_laboratory_request.sync(wanted.request, client=vigie).payload.read()
request = ElementTree.fromstring(message)
envelope, document = request.find(f"{DAI}envelope"), request.find(f"{DAI}document")
assert document.get("intervention") == wanted.intervention and document.get("holding") == wanted.holding
animals = document.findall(f"{DAI}animal")
assert len(animals) == wanted.animals, (len(animals), wanted)
sheet = print_laboratory_request.sync(wanted.request, client=vigie).payload.read()
assert sheet.startswith(b"%PDF-")

fetched = list_laboratory_requests.sync(client=vigie, stage=ListLaboratoryRequestsStage.FETCHED, limit=500).items
assert [line.fetched_by for line in fetched if line.request == wanted.request] == ["laboratoire"], fetched
left = list_laboratory_requests.sync(client=vigie, limit=500).items
assert wanted.request not in {line.request for line in left}

sampled = wanted.issued_at.date().isoformat()
samples = "".join(
    f'<sample number="S{index}" animal="{animal.get("number")}" sampled-on="{sampled}">' + "".join(
        f'<result disease="{plan.get("disease")}" method="{plan.get("method")}" matrix="{plan.get("matrix")}" '
        f'interpretation="NEG" analysed-on="{today}"/>' for plan in animal.findall(f"{DAI}plan")) + "</sample>"
    for index, animal in enumerate(animals))
report = f"""<?xml version="1.0" encoding="UTF-8"?>
<analysis-report xmlns="urn:vigie:analysis-report:1" version="1">
<envelope sender="{envelope.get('recipient')}" recipient="{envelope.get('sender')}" created-on="{today}"
 reference="{uuid.uuid4()}"/>
<request intervention="{wanted.intervention}">{samples}</request></analysis-report>
"""
sent = send_analysis_report.sync_detailed(
    client=vigie, department=wanted.department, idempotency_key=str(uuid.uuid4()),
    body=File(payload=BytesIO(report.encode()), file_name="rai.xml", mime_type="application/xml"))
assert sent.status_code == 201, sent
run = sent.parsed.import_
plans = sum(len(animal.findall(f"{DAI}plan")) for animal in animals)
acknowledgement = get_acknowledgement.sync(run.id, client=vigie)
assert acknowledgement.verdict == "accepted", acknowledgement
assert run.accepted == plans and run.refused == 0, (sent.parsed, acknowledgement)
print("laboratory: done")
