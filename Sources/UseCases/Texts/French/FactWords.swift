import Exchange
import Kernel
import Prophylaxis
import Register
import Store

/// Facts of findings that travel as codes, in the words that people know. Everything else says what it is.
enum FactWords {
    static func french(_ fact: Finding.Fact, of code: String) -> String {
        words[Key(code, fact.name)]?(fact.value) ?? fact.value
    }

    private struct Key: Hashable {
        let code: String
        let fact: String

        init(_ code: String, _ fact: String) { (self.code, self.fact) = (code, fact) }
        init(_ code: some FindingCode, _ fact: String) { self.init(code.rawValue, fact) }
    }

    private static let words: [Key: @Sendable (String) -> String] = [
        Key(UseCaseFinding.roleMayNot, "role"): { RoleWords.french(code: $0) },
        Key(UseCaseFinding.roleMayNot, "intention"): intention,
        Key(UseCaseFinding.notDelegated, "intention"): intention,
        Key(UseCaseFinding.departmentMissing, "role"): { RoleWords.french(code: $0) },
        Key(AccountFinding.tieMissing, "role"): { RoleWords.french(code: $0) },
        Key(UseCaseFinding.tieOfOtherRole, "role"): { RoleWords.french(code: $0) },
        Key(CampaignFinding.parameterOfAuthority, "role"): { RoleWords.french(code: $0) },
        Key(CampaignFinding.wrongState, "state"): CodeWords.state(code:),
        Key(SamplingFinding.campaignNotOpen, "state"): CodeWords.state(code:),
        Key(JobFinding.over, "state"): job, Key(JobFinding.notFailed, "state"): job,
        Key(RegisterEditFinding.authorisationNotStanding, "kind"): {
            AuthorisationKind(rawValue: $0).map(CodeWords.authorisation) ?? $0
        },
        Key(ResultsFinding.interventionNeeded, "kind"): { DysfunctionKind(rawValue: $0)?.title ?? $0 },
        Key(LetterFinding.listUnfit, "list"): list,
        Key(LetterFinding.listUnfit, "lists"): {
            $0.split(separator: ", ").map { list(String($0)) }.joined(separator: ", ")
        },
        Key(RegisterReviewFinding.breedAgainstType, "type"): production,
        Key(RegisterReviewFinding.breedAgainstType, "expected"): production,
    ]

    @Sendable private static func intention(_ code: String) -> String {
        Intention(rawValue: code).map(IntentionWords.of) ?? code
    }

    @Sendable private static func list(_ code: String) -> String {
        WorkListKind(rawValue: code).map { "« \($0.title) »" } ?? code
    }

    @Sendable private static func production(_ code: String) -> String {
        switch ProductionType(rawValue: code) {
        case .dairy: "laitier"
        case .beef: "allaitant"
        case nil: code
        }
    }

    @Sendable private static func job(_ code: String) -> String {
        switch JobRow.State(rawValue: code) {
        case .queued: "en attente"
        case .running: "en cours"
        case .done: "fait"
        case .failed: "en échec"
        case .cancelled: "annulé"
        case nil: code
        }
    }
}
