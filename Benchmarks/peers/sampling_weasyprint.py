"""A sampling document as HTML, drawn by WeasyPrint, with barcodes by python-barcode.

    sampling_weasyprint.py ANIMALS.json OUT.pdf
"""

import base64
import io
import json
import logging
import sys

import barcode
import weasyprint
from barcode.writer import SVGWriter

from measured import measured

PER_PAGE = 40

STYLE = """
@page { size: A4; margin: 8mm }
body { font-family: 'DejaVu Sans'; font-size: 6pt; margin: 0 }
section { break-after: page }
h1 { font-size: 11pt; text-align: center; margin: 0 }
.boxes { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 1mm }
.boxes div { border: 0.3mm solid; padding: 1mm }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 3mm }
table { border-collapse: collapse; width: 100% }
td, th { border: 0.1mm solid; padding: 0; height: 5mm }
.work { font-size: 8pt; font-weight: bold }
.labels { display: grid; grid-template-columns: 1fr 1fr }
.label { height: 10mm; text-align: center }
.label img { width: 36mm; height: 6mm; display: block; margin: auto }
"""


def picture(number):
    """A Code 128 barcode as an image of vectors."""
    buffer = io.BytesIO()
    barcode.get("code128", number, writer=SVGWriter()).write(buffer, {"write_text": False, "module_height": 6})
    return "data:image/svg+xml;base64," + base64.b64encode(buffer.getvalue()).decode()


def spaced(number):
    return f"{number[:2]} {number[2:4]} {number[4:8]} {number[8:]}"


def page(animals, place, count):
    rows = "".join(
        f"<tr><td class=work>{number[-4:]}</td><td><b>{spaced(number)}</b><br>{born}</td><td>{sex}<br>{entered}</td>"
        "<td>☐</td><td>☐</td><td></td><td></td></tr>" for number, sex, born, entered, *_ in animals)
    labels = "".join(
        f"<div class=label><img src='{picture(number)}'><b>{number[-4:]}</b> {spaced(number)}</div>"
        for number, *_ in animals)
    return f"""<section><h1>Document d’accompagnement des prélèvements (DAP)</h1>
<div class=boxes><div><b>EDE 99000001</b><br>GAEC fictif<br>Lieu-dit fictif</div>
<div><b>Dr Fictif</b><br>N° ordinal 99001<br>Cabinet vétérinaire</div>
<div><b>N° 1 du 15/10/2025</b><br>Validée le 15/10/2025, liste figée<br>Valable jusqu’au 15/12/2025</div></div>
<div class=sides><table><tr><th>N° de travail<th>N° national, né(e) le<th>Sexe, entrée<th>B<th>T<th>Prél.<th>Motif</tr>
{rows}</table><div class=labels>{labels}</div></div>
<p>Motifs de non-réalisation : V vendu, M mort, D dangereux · page {place}/{count}</p></section>"""


def main(animals, path):
    with open(animals) as file:
        animals = json.load(file)
    parts = [animals[start:start + PER_PAGE] for start in range(0, len(animals), PER_PAGE)]
    body = "".join(page(part, place, len(parts)) for place, part in enumerate(parts, 1))
    html = f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>{body}"
    document = weasyprint.HTML(string=html).render()
    if len(document.pages) != len(parts):
        sys.exit(f"{len(document.pages)} pages instead of {len(parts)}")
    document.write_pdf(path)


if __name__ == "__main__":
    logging.disable()
    with measured():
        main(*sys.argv[1:])
