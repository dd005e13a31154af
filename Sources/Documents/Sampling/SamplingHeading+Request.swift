/// What is asked of the veterinarian, and what he fills in.
extension SamplingHeading {
    func drawPlans(_ canvas: Canvas) {
        let columns: [(title: String, x: Double, width: Double)] = [
            ("", 1, 8), ("Maladie", 10, 36), ("Analyse ou test", 47, 56), ("Laboratoire", 104, 66),
            ("Bovins demandés", 171, 25),
        ]
        let height = SamplingHeading.planHeight
        canvas.line(left, plansTop + height, right, plansTop + height)
        for column in columns {
            canvas.text(column.title, .narrow(6.5), .left(left + mm(column.x), plansTop + height - 3))
        }
        for (index, plan) in document.plans.enumerated() {
            let baseline = plansTop + Double(index + 2) * height - 2.5
            let texts = [plan.mark, plan.disease, plan.test, plan.laboratory, String(plan.requested)]
            for (column, text) in zip(columns, texts) {
                canvas.text(
                    text, column.x == 47 || column.x == 104 ? .narrow(7.5) : .narrowBold(8),
                    .left(left + mm(column.x), baseline, width: mm(column.width)))
            }
        }
        let toSample = document.animals.count { !$0.requested.isEmpty && !$0.alreadySampled }
        // Asked for by an earlier edition, and no longer in the herd: the two counts differ, and say why.
        let gone = document.gone > 0 ? "   ·   demandés et sortis de l’atelier : \(document.gone)" : ""
        let baseline = plansTop + Double(document.plans.count + 2) * height - 2.5
        canvas.line(left, baseline + 2.5 - height, right, baseline + 2.5 - height)
        canvas.text(
            "Bovins de l’atelier au \(document.edition.referenceDay.french) : \(document.herdSize)   ·   "
                + "sur ce document : \(document.animals.count)   ·   à prélever ou à tester : \(toSample)\(gone)",
            .narrowBold(8), .left(left, baseline, width: right - left))
    }

    /// What the veterinarian fills in by hand.
    func drawVisit(_ canvas: Canvas) {
        let top = plansTop + Double(document.plans.count + 2) * SamplingHeading.planHeight
        let frame = Rect(x: left, y: top, width: right - left, height: SamplingHeading.visitHeight - 2)
        canvas.box(frame, weight: 0.8)
        let first = frame.y + mm(3.6)
        let second = frame.y + mm(7.6)
        canvas.text("Date de la visite : ____ / ____ / ________", .plain(8), .left(frame.x + 4, first))
        checks(canvas, ["totale", "partielle", "fin"], from: frame.x + mm(70), first)
        canvas.text("Bovins prélevés : ________", .plain(8), .left(frame.x + mm(125), first))
        canvas.text("Non réalisée :", .plain(8), .left(frame.x + 4, second))
        checks(canvas, ["refus", "plus d’animaux", "atelier fermé"], from: frame.x + mm(27), second)
        canvas.text("Signature :", .plain(8), .left(frame.x + mm(125), second))
    }

    /// A document without animals is validated like any other (PRO-125): it says so in large letters.
    func drawNoAnimals(_ canvas: Canvas) {
        let frame = Rect(
            x: left, y: bottom - SamplingHeading.noticeHeight + 2, width: right - left,
            height: SamplingHeading.noticeHeight - 6)
        canvas.box(frame, weight: 1.2)
        canvas.text(
            "AUCUN BOVIN À PRÉLEVER (DAP « zéro bovin »)", .bold(11), .center(frame.middle, frame.y + mm(5)))
        canvas.text(
            document.gone > 0
                ? "Les bovins demandés ont quitté l’atelier : aucun n’y est présent au "
                    + "\(document.edition.referenceDay.french)."
                : "Aucun bovin de l’atelier ne répond aux critères au \(document.edition.referenceDay.french).",
            .plain(8),
            .center(frame.middle, frame.y + mm(9.5), width: frame.width - 8))
    }

    private func checks(_ canvas: Canvas, _ words: [String], from x: Points, _ baseline: Points) {
        var x = x
        for word in words {
            canvas.checkbox(x, baseline)
            x += 10 + canvas.text(word, .plain(8), .left(x + 10, baseline)) + 10
        }
    }
}
