import Documents
import Kernel
import Register
import Store

/// Letters that were sent to the actor about its own herds: a keeper's are all but those to laboratories and
/// veterinarians, a veterinarian's those that ask for a missing tuberculin report.
package struct ListOwnLetters: UseCase {
    package struct Line: Sendable {
        package let id: Int64
        package let title: String
        package let intervention: String
        package let holding: String
        package let sentOn: Day
    }

    package let intention = Intention.interventionRead
    package let department: String? = nil

    static let most = 20

    package init() {}

    package func run(_ context: Context) async throws -> [Line] {
        let kinds = LetterKind.addressed(to: context.actor.role)
        return try await context.database.read { connection in
            try connection.ownLetters(kinds, within: context.reach, limit: ListOwnLetters.most).map { letter in
                Line(
                    id: letter.id, title: LetterKind(rawValue: letter.kind)?.title ?? letter.kind,
                    intervention: letter.intervention, holding: letter.holding, sentOn: letter.sentOn)
            }
        }
    }
}

/// One of them: the issued bytes, and the intervention that it is about.
package struct ReadOwnLetter: UseCase {
    package struct Outcome: Sendable {
        package let bytes: [UInt8]
        let intervention: String
        let department: String
    }

    package let intention = Intention.interventionRead
    package let department: String? = nil
    let id: Int64

    package init(_ id: Int64) { self.id = id }

    package func run(_ context: Context) async throws -> Outcome {
        let kinds = LetterKind.addressed(to: context.actor.role)
        return try await context.database.read { connection in
            guard let letter = try connection.ownLetters(kinds, within: context.reach, id: id, limit: 1).first,
                let digest = ContentDigest(hex: letter.documentDigest)
            else { throw Refused(OwnFinding.letterUnknown, ["letter": String(id)]) }
            return Outcome(
                bytes: try connection.blob(digest).bytes, intervention: letter.intervention,
                department: letter.department)
        }
    }
}

extension LetterKind {
    fileprivate static func addressed(to role: Role) -> [String] {
        let kinds: [LetterKind] =
            switch role {
            case .keeper: allCases.filter { $0 != .dairyLaboratoryReminder && $0 != .tuberculinReportReminder }
            case .veterinarian: [.tuberculinReportReminder]
            default: []
            }
        return kinds.map(\.rawValue)
    }
}
