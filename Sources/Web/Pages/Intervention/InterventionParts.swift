import Kernel
import Mustache
import Prophylaxis
import UseCases

/// A disease of an intervention as its card shows it.
struct DiseaseCard: Sendable {
    let code: String
    let name: String
    let plans: String?
    let status: String?
    let statusName: String?
    let statusClass: String
    let reasons: [String]
    let figures: [Fact]
    let proposal: String?
    let proposalReason: String?
    let evaluation: String?
    let evaluatedBy: String?
    let comment: String?
    let proof: String?
    let inCharge: String
    let choices: [Choice]
    let enteredComment: String
    let enteredProof: String

    struct Fact: Sendable {
        let label: String
        let value: String
    }

    init(_ part: InterventionFile.DiseasePart, _ time: LocalTime, entered: Form?) {
        let texts = Catalogue.french
        code = part.disease.rawValue
        name = texts.text("disease", part.disease.rawValue)
        plans = part.plans.isEmpty ? nil : part.plans
        status = part.state?.status.rawValue
        statusName = part.state.map { texts.text("status", $0.status.rawValue) }
        statusClass = "status-\(part.state?.status.rawValue ?? "none")"
        reasons = part.reasons
        figures = part.state.map { DiseaseCard.figures($0, isMilk: !part.isVisited && !part.plans.isEmpty) } ?? []
        proposal = part.state.map { texts.text("evaluation", $0.proposal.evaluation.rawValue) }
        proposalReason = part.proposalReason
        evaluation = part.evaluation.map { texts.text("evaluation", $0.value.rawValue) }
        evaluatedBy = part.evaluation.map { "\($0.by), \(time.text($0.at))" }
        comment = part.evaluation?.comment
        proof = part.evaluation?.proof
        inCharge = texts.text("intervention", part.isAuthority ? "authority" : "delegate")
        let chosen = entered?.value("valeur-\(code)") ?? ""
        choices =
            [Choice("", texts.text("intervention", "unchanged"), isChosen: chosen.isEmpty)]
            + EvaluationValue.allCases.map {
                Choice($0.rawValue, texts.text("evaluation", $0.rawValue), isChosen: chosen == $0.rawValue)
            }
        enteredComment = entered?.value("commentaire-\(code)") ?? ""
        enteredProof = entered?.value("preuve-\(code)") ?? ""
    }

    /// - Parameter isMilk: one sample stands for the whole herd; there are no animals to count.
    private static func figures(_ state: ShownState, isMilk: Bool) -> [Fact] {
        func fact(_ key: String, _ value: String?) -> Fact? {
            value.map { Fact(label: Catalogue.french.text("intervention", key), value: $0) }
        }
        func some(_ count: Int) -> String? { count > 0 ? String(count) : nil }
        func span(_ from: Day?, _ to: Day?) -> String? {
            guard let from else { return to?.french }
            guard let to, to != from else { return from.french }
            return "\(from.french) – \(to.french)"
        }
        func truth(_ isTrue: Bool) -> String { Catalogue.french.text("own", isTrue ? "yes" : "no") }
        let counts =
            isMilk
            ? [fact("milkTested", truth(state.tested > 0)), fact("milkNonNegative", truth(state.nonNegative > 0))]
            : [
                fact("requested", String(state.requested)),
                fact("tested", "\(state.tested)\(state.tested.share(of: state.requested))"),
                fact("nonNegative", String(state.nonNegative)),
            ]
        let others = [
            fact("uninterpretable", some(state.uninterpretable)),
            fact("awaiting", some(state.awaitingDecision)), fact("doubtful", some(state.doubtfulSeen)),
            fact("offDocument", some(state.testedOffDocument)), fact("untested", some(state.presentUntested)),
            fact("visits", span(state.startedOn, state.finishedOn)),
            fact("milk", span(state.milkFirstOn, state.milkLastOn)), fact("lastResult", state.lastResultOn?.french),
            fact("computed", state.computedOn.french), fact("changes", state.changesOn?.french),
        ]
        return (counts + others).compactMap { $0 }
    }
}

/// An animal of the document as a line; asked by name, without reflection.
struct AnimalLine: MustacheParent, Sendable {
    private let animal: DocumentAnimal

    init(_ animal: DocumentAnimal) { self.animal = animal }

    func child(named name: String) -> Any? {
        switch name {
        case "number": animal.number
        case "diseases": Disease.set(animal.diseases).map(\.rawValue).joined(separator: ", ")
        case "editedOn": animal.editedOn.french
        case "cancelled": animal.cancelledOn.map { "\($0.french) \(animal.cancelReason ?? "")" }
        case "enteredOn": animal.enteredOn?.french
        case "leftOn": animal.leftOn?.french
        case "brucellosis": animal.brucellosis
        case "leukosis": animal.leukosis
        case "tuberculosis": animal.tuberculosis.map { Catalogue.french.text("tuberculinOutcome", $0) }
        default: nil
        }
    }
}

extension Int {
    /// ` (85,7 %)`; nothing of nothing is empty.
    func share(of whole: Int) -> String { percent(of: whole).map { " (\($0) %)" } ?? "" }

    /// `85,7`, rounded down: all is all. Nil of nothing.
    func percent(of whole: Int) -> String? {
        guard whole > 0 else { return nil }
        let tenths = self * 1000 / whole
        return "\(tenths / 10),\(tenths % 10)"
    }
}
