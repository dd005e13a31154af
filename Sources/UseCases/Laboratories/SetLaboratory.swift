import Kernel
import Prophylaxis
import Register
import Store

package typealias LaboratoryCard = Store.LaboratoryCard

/// All laboratories, with what the department's convention and campaigns ask of each (PRO-88, PRO-92, PRO-93).
package struct ListLaboratories: UseCase {
    package struct Line: Sendable {
        package let card: LaboratoryCard
        /// What the convention names it for.
        package let agreed: [Disease]
        /// What campaigns that are not closed ask it for.
        package let assigned: [Disease]
        /// Its authority is this department's: the card may be changed here.
        package let isOwn: Bool
        /// What the person sees, for the form.
        package let stamp: String
    }

    package let intention = Intention.campaignRead
    let departmentCode: String

    package init(department: String) { departmentCode = department }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws -> [Line] {
        let department = departmentCode
        return try await context.database.read { connection in
            let agreed = try connection.convention(department: department)?.laboratories ?? [:]
            let assigned = try connection.assignedLaboratories(department: department)
            return try connection.laboratoryCards().map { card in
                Line(
                    card: card, agreed: Disease.allCases.filter { agreed[$0.rawValue]?.code == card.code },
                    assigned: Disease.allCases.filter { assigned[card.code]?.contains($0) == true },
                    isOwn: card.department == department, stamp: try card.stamp)
            }
        }
    }
}

/// Adds a laboratory to the department, or changes its card: name as it is printed, address, approvals (PRO-88, PRO-95,
/// PRO-97, PRO-167). The authority's alone. The register's next bundle may say otherwise, and then counts.
package struct SetLaboratory: UseCase {
    package struct Fields: Sendable {
        package var name = ""
        package var address: String?
        package var postcode: String?
        package var town: String?
        package var email: String?
        package var approvedDiseases: [Disease] = []

        package init() {}
    }

    package let intention = Intention.laboratoryMaintain
    let departmentCode: String
    let code: String
    let fields: Fields
    /// Makes a new card: of blood, or of milk.
    let adds: Bool
    let isDairyLaboratory: Bool
    /// The stamp of what the person saw; nil for the command line and for a new card.
    package var seen: String?

    /// Changes the card of one that there is.
    package init(_ code: String, in department: String, _ fields: Fields, seen: String? = nil) {
        (self.code, departmentCode, self.fields, self.seen) = (code, department, fields, seen)
        (adds, isDairyLaboratory) = (false, false)
    }

    package init(adding code: String, to department: String, _ fields: Fields, isDairyLaboratory: Bool) {
        (self.code, departmentCode, self.fields) = (code, department, fields)
        (adds, self.isDairyLaboratory) = (true, isDairyLaboratory)
    }

    package var department: String? { departmentCode }

    /// Returns what follows from the change: warnings.
    package func run(_ context: Context) async throws -> [Finding] {
        let faults = faults
        guard faults.isEmpty else { throw Refused(faults) }
        var ids = try await context.database.ids(2)
        let (newID, entryID, useCase) = (ids.next(), ids.next(), self)
        return try await context.database.write { connection in
            let cards = try connection.laboratoryCards()
            var card: LaboratoryCard
            if useCase.adds {
                guard try !connection.isOrganisation(useCase.code) else {
                    throw Refused([useCase.fault(.codeTaken, "code", ["code": useCase.code])])
                }
                card = LaboratoryCard(
                    id: newID, code: useCase.code, name: "", isDairyLaboratory: useCase.isDairyLaboratory,
                    department: useCase.departmentCode)
            } else {
                guard let found = cards.first(where: { $0.code == useCase.code }),
                    found.department == useCase.departmentCode
                else { throw Refused(LaboratoryFinding.cardUnknown, ["code": useCase.code]) }
                card = found
                try useCase.requireSeen(card, connection)
            }
            let former = card.approvedDiseases
            useCase.fill(&card)
            try useCase.adds ? connection.insert(card) : connection.update(card)
            var entry = context.registerEntry(
                entryID, .laboratoryMaintain, useCase.departmentCode, subject: "laboratory:\(card.code)")
            entry.details = [AuditDetail(subject: "laboratory:\(card.code)", outcome: useCase.adds ? "added" : "set")]
            entry.payload = try connection.putBlob(
                Array(try CanonicalJSON.string(card.kept).utf8), mediaType: "application/json", at: context.now)
            try connection.audit(entry)
            let assigned = try connection.assignedLaboratories(department: useCase.departmentCode)[card.code] ?? []
            return former.filter { !card.approvedDiseases.contains($0) && assigned.contains($0) }.map {
                Finding(
                    LaboratoryFinding.approvalInUse, .warning,
                    ["code": card.code, "disease": CodeWords.disease($0)])
            }
        }
    }

    private func requireSeen(_ card: LaboratoryCard, _ connection: Connection) throws {
        guard let seen, try card.stamp != seen else { return }
        let latest = try connection.latestAct(on: "laboratory:\(card.code)")
        throw Refused(
            LaboratoryFinding.changedMeanwhile,
            ["code": card.code, "by": latest?.actor ?? "import", "at": latest?.at ?? "?"])
    }

    private func fill(_ card: inout LaboratoryCard) {
        card.name = fields.name
        (card.address, card.postcode, card.town) = (fields.address, fields.postcode, fields.town)
        (card.email, card.approvedDiseases) = (fields.email, fields.approvedDiseases)
    }
}

extension SetLaboratory {
    private static let mostName = 60
    private static let mostText = 120

    /// Each field that cannot stay so, at its place.
    fileprivate var faults: [Finding] {
        var faults: [Finding] = []
        let isCode =
            (2...20).contains(code.count)
            && code.allSatisfy { sign in
                sign.isASCII && (sign.isUppercase || sign.isNumber || sign == "-")
            }
        if adds, !isCode { faults.append(fault(.codeUnusable, "code", ["code": String(code.prefix(40))])) }
        if !(1...SetLaboratory.mostName).contains(fields.name.count) {
            faults.append(fault(.nameUnusable, "nom", ["most": String(SetLaboratory.mostName)]))
        }
        for (name, value) in [("adresse", fields.address), ("commune", fields.town), ("courriel", fields.email)]
        where (value?.count ?? 0) > SetLaboratory.mostText {
            faults.append(fault(.fieldTooLong, name, ["most": String(SetLaboratory.mostText)]))
        }
        if let postcode = fields.postcode, postcode.count != 5 || !postcode.allSatisfy({ $0.isASCII && $0.isNumber }) {
            faults.append(fault(.postcodeUnusable, "codepostal", ["postcode": String(postcode.prefix(40))]))
        }
        if let email = fields.email, email.count <= SetLaboratory.mostText, !isMail(email) {
            faults.append(fault(.emailUnusable, "courriel", ["email": email]))
        }
        return faults
    }

    private func isMail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !text.contains(where: \.isWhitespace)
    }

    fileprivate func fault(
        _ code: LaboratoryFinding, _ field: String, _ facts: KeyValuePairs<String, String>
    ) -> Finding { Finding(code, .refused, at: Place(column: field), facts) }
}

extension LaboratoryCard {
    fileprivate var kept: [String: String] {
        [
            "code": code, "name": name, "address": address ?? "", "postcode": postcode ?? "", "town": town ?? "",
            "email": email ?? "", "approved": approvedDiseases.map(\.rawValue).joined(separator: " "),
        ]
    }

    var stamp: String {
        get throws { String(ContentDigest(of: Array(try CanonicalJSON.string(kept).utf8)).hex.prefix(16)) }
    }
}

extension Connection {
    /// Laboratory → the diseases that campaigns of the department which are not closed ask it for.
    func assignedLaboratories(department: String) throws -> [String: Set<Disease>] {
        var assigned: [String: Set<Disease>] = [:]
        for campaign in try campaigns(departments: [department]) where campaign.state != .closed {
            for (disease, code) in try campaign.decodedParameters().laboratories {
                if let disease = Disease(rawValue: disease) { assigned[code, default: []].insert(disease) }
            }
        }
        return assigned
    }
}
