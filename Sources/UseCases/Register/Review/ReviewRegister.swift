import Kernel
import Prophylaxis
import Register
import Store

/// The yearly review of the register's errors (BO 2 and BO 26; PRO-26 to PRO-35, PRO-42 to PRO-52), archived with all
/// its findings.
package struct ReviewRegister: UseCase {
    package let intention = Intention.registerReview
    let departmentCode: String

    package init(department: String) { departmentCode = department }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws -> [Finding] {
        let (department, today) = (departmentCode, context.today)
        let findings = try await context.database.read { connection -> [Finding] in
            let settings = try RegisterSettings(department, in: connection)
            let idle = today.adding(months: -settings.idleMonths)
            var findings: [Finding] = []
            for query in ReviewQuery.stepOne + ReviewQuery.stepTwo {
                let rows = try connection.review(query, department: department, today: today, idleBefore: idle)
                findings += rows.map { query.finding($0) }
            }
            findings += try ClosingReview.findings(connection, department, settings, today)
            findings += try OrientationReview.findings(connection, department, settings, today)
            findings += try BreedReview.findings(connection, department, settings)
            return findings + Self.missingRights(try connection.rolesWithAccount(department: department), department)
        }
        try await ReviewArchive(kind: "register", department: department).keep(findings, context)
        return findings
    }

    /// PRO-32: who should read or write, and has no account to do it with.
    private static func missingRights(_ roles: Set<String>, _ department: String) -> [Finding] {
        var findings: [Finding] = []
        if roles.isDisjoint(with: [Role.delegateRegion.rawValue, Role.inspector.rawValue]) {
            findings.append(
                Finding(RegisterReviewFinding.delegateWithoutRights, .warning, ["department": department]))
        }
        if !roles.contains(Role.authority.rawValue) {
            findings.append(
                Finding(RegisterReviewFinding.authorityWithoutRights, .warning, ["department": department]))
        }
        return findings
    }
}

extension ReviewQuery {
    func finding(_ row: [String]) -> Finding {
        Finding(code, .warning, facts: zip(facts, row).map { Finding.Fact($0, $1) })
    }
}

/// Keeps a review with its findings, as stored bytes (PRO-35).
struct ReviewArchive {
    /// The kind under which the verification of the local set-up is kept (PRO-50).
    static let settings = "settings"

    let kind: String
    let department: String

    func keep(_ findings: [Finding], _ context: Context) async throws {
        var ids = try await context.database.ids(2)
        let id = ids.next()
        let bytes = try CanonicalJSON.encode(findings)
        var entry = context.registerEntry(ids.next(), .registerReview, department, subject: "review:\(id)")
        entry.details = [AuditDetail(subject: kind, outcome: "reviewed")]
        let audit = entry
        try await context.database.write { connection in
            let digest = try connection.putBlob(bytes, mediaType: "application/json", at: context.now)
            try connection.insert(
                ReviewRow(
                    id: id, kind: kind, department: department, made: (context.today, context.actor.login),
                    findings: (findings.count, digest.hex)))
            try connection.audit(audit)
        }
    }
}
