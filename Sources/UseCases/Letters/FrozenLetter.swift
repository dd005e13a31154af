import Documents
import Kernel
import Prophylaxis
import Store

/// What is kept of a letter's facts beside its bytes.
struct FrozenLetter: Codable, Sendable {
    let kind: LetterKind
    let side: LetterSide
    let diseases: [Disease]
    let lastDay: Day?
    /// Field of the template → value.
    let values: [String: String]
    /// Digest of the template's text.
    let template: String
    let recipient: Party
    let signatory: LetterPrint.Signatory
    let copies: [String]
    /// First day of the month in question, for milk.
    var month: Day?

    init(_ draft: LetterDraft, _ desk: LetterDesk, template: ContentDigest) {
        kind = desk.kind
        side = desk.house.side
        diseases = draft.ground.diseases
        lastDay = draft.lastDay
        values = Dictionary(
            uniqueKeysWithValues: draft.values.filter { desk.template.fields.contains($0.key) }.map {
                ($0.key.rawValue, $0.value)
            })
        self.template = template.hex
        recipient = draft.recipient
        signatory = desk.house.signatory
        copies = draft.copies
    }
}

extension FrozenReport {
    /// What was found, for the diseases that decided the report: figures, then the reason (decision 22).
    var findings: String {
        evaluations.filter { decidedBy.contains($0.disease) }.map { part in
            var words = ["\(part.requested) bovins demandés", "\(part.tested) testés"]
            if part.nonNegative > 0 { words.append("\(part.nonNegative) non négatif(s)") }
            words.append(
                part.startedOn.map { "première visite le \($0.longFrench)" } ?? "aucune visite enregistrée")
            let name = CodeWords.disease(part.disease)
            return "\(name) : \(words.joined(separator: ", ")) ; \(FrozenReport.clause(part.proposal.reason))"
        }.joined(separator: " – ")
    }

    /// A reason within a sentence: without capital, paragraph or full stop, which mean nothing to a keeper.
    private static func clause(_ reason: EvaluationProposal.Reason) -> String {
        var text = ReasonTexts.sentence(reason)[...]
        if text.last == "." { text = text.dropLast() }
        if text.last == ")", let start = text.lastIndex(of: "(") { text = text[..<start] }
        while text.last == " " { text = text.dropLast() }
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}
