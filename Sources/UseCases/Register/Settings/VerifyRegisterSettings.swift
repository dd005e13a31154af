import Kernel
import Register
import Store

/// The verification of the local set-up before a campaign (PRO-50): every parameter with its source and justification,
/// the breeds that nobody classified, and the three configurations of 2.6.1 to 2.6.3. Archived as a review; the
/// check-list of a campaign asks for it.
package struct VerifyRegisterSettings: UseCase {
    package struct Outcome: Sendable {
        package let settings: [ShownSetting]
        package let findings: [Finding]
    }

    package let intention = Intention.registerReview
    let departmentCode: String

    package init(department: String) { departmentCode = department }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws -> Outcome {
        let (department, today) = (departmentCode, context.today)
        let outcome = try await context.database.read { connection -> Outcome in
            let settings = try RegisterSettings(department, in: connection)
            var findings = try Self.breeds(connection, department, settings)
            findings += try connection.typesAgainstHerds(department: department).map { row in
                Finding(
                    RegisterReviewFinding.typesAgainstHerd, .info,
                    ["holding": row[0], "herd": row[1], "class": row[2], "count": row[3]])
            }
            for query in ReviewQuery.exemptions {
                findings += try connection.review(query, department: department, today: today, idleBefore: today)
                    .map { query.finding($0) }
            }
            return Outcome(
                settings: try connection.shownSettings(settings, of: department), findings: findings)
        }
        try await ReviewArchive(kind: ReviewArchive.settings, department: department).keep(outcome.findings, context)
        return outcome
    }

    /// Breeds that leave the type open for some of their females. No type is no error (PRO-49): it is told, no more.
    private static func breeds(
        _ connection: Connection, _ department: String, _ settings: RegisterSettings
    ) throws -> [Finding] {
        try connection.breedCounts(department: department).compactMap { breed in
            guard settings.productionTypes.breeds.type(of: breed.breed) == nil else { return nil }
            return Finding(
                RegisterReviewFinding.breedWithoutType, .info,
                [
                    "breed": breed.breed, "count": String(breed.animals),
                    "untyped": String(breed.animals - breed.typed),
                ])
        }
    }
}

/// A local parameter as the verification shows it.
package struct ShownSetting: Codable, Sendable, Hashable {
    package let name: RegisterSetting
    /// JSON.
    package let value: String
    package let words: String
    /// Why the department settled it; nil: the national value.
    package let justification: String?
}
