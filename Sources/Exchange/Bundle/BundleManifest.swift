import Kernel

/// What a bundle says of itself (`manifest.toml`): without it a cut-off transfer would pass for a small herd book.
package struct BundleManifest: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// All there is: what is absent has ended (decision 17).
        case full
        /// Only what changed.
        case incremental
    }

    package let format: BundleFormat
    package let kind: Kind
    /// The day on which the sender's data were as the bundle says.
    package let extractedOn: Day
    package let department: String
    package let source: String?
    /// Rows of each table, header not counted.
    package let rowCounts: [String: Int]

    package init(
        format: BundleFormat, kind: Kind, extractedOn: Day, department: String, source: String? = nil,
        rowCounts: [String: Int] = [:]
    ) {
        self.format = format
        self.kind = kind
        self.extractedOn = extractedOn
        self.department = department
        self.source = source
        self.rowCounts = rowCounts
    }
}

/// The two bundles, and the version of each that this program reads and writes.
package enum BundleFormat: String, Sendable, Hashable, CaseIterable {
    case register = "vigie-register/1"
    /// Earlier campaigns, so that a department can begin in the middle of its life (decision 18).
    case history = "vigie-history/1"

    package var tables: [TableSpecification] {
        switch self {
        case .register:
            [
                OrganisationRow.table, VeterinarianRow.table, CommuneRow.table, CommuneScreeningRow.table,
                HoldingRow.table, EstablishmentRow.table, HerdRow.table, HerdScreeningRow.table, AnimalRow.table,
                StayRow.table, HerdAssignmentRow.table, HerdVeterinarianRow.table, AuthorisationRow.table,
                DairyProducerRow.table,
            ]
        case .history:
            [
                InterventionRow.table, TestPlanRow.table, InspectionReportRow.table, EvaluationRow.table,
                FollowUpRow.table, SamplingDocumentRow.table,
            ]
        }
    }

    /// The tables without which a full bundle would retract everything that they should hold.
    func requiredTables(of kind: BundleManifest.Kind) -> [String] {
        switch (self, kind) {
        case (.register, .full): [HoldingRow.table, HerdRow.table, AnimalRow.table, StayRow.table].map(\.name)
        case (.history, .full): [InterventionRow.table.name]
        case (_, .incremental): []
        }
    }
}

// MARK: - TOML

extension BundleManifest {
    package static let fileName = "manifest.toml"

    package static func read(_ source: ByteSource) -> (manifest: BundleManifest?, findings: [Finding]) {
        do throws(Refusal) {
            return read(try ConfigurationTable.parse(source))
        } catch {
            return (nil, error.findings)
        }
    }

    /// Also used for the `[bundle]` table of a mapping, where a sender has no manifest.
    static func read(_ table: ConfigurationTable) -> (manifest: BundleManifest?, findings: [Finding]) {
        var reader = ConfigurationReader(table)
        let format = reader.choice("format", BundleFormat.self, required: true)
        let kind = reader.choice("kind", Kind.self, required: true)
        let extractedOn = reader.day("extracted-on", required: true)
        let department = reader.string("department", required: true)
        let source = reader.string("source")
        let (rowCounts, countFindings) = rowCounts(reader.table("rows"), format)
        reader.add(countFindings)
        let findings = reader.finish()
        guard let format, let kind, let extractedOn, let department,
            !findings.contains(where: { $0.severity == .fatal })
        else { return (nil, findings) }
        let manifest = BundleManifest(
            format: format, kind: kind, extractedOn: extractedOn, department: department, source: source,
            rowCounts: rowCounts)
        return (manifest, findings)
    }

    private static func rowCounts(
        _ table: ConfigurationTable?, _ format: BundleFormat?
    ) -> ([String: Int], [Finding]) {
        guard let table, let format else { return ([:], []) }
        var reader = ConfigurationReader(table)
        var counts: [String: Int] = [:]
        for specification in format.tables {
            counts[specification.name] = reader.integer(specification.name, in: 0...1_000_000_000)
        }
        return (counts, reader.finish())
    }

    /// As `read` takes it back; the same manifest gives the same bytes.
    package var toml: String {
        var lines = [
            "format = \(quoted(format.rawValue))", "kind = \(quoted(kind.rawValue))",
            "extracted-on = \(extractedOn)", "department = \(quoted(department))",
        ]
        if let source { lines.append("source = \(quoted(source))") }
        lines += ["", "[rows]"]
        for table in format.tables {
            if let count = rowCounts[table.name] { lines.append("\(table.name) = \(count)") }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// A TOML basic string.
func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\t": result += "\\t"
        case _ where scalar.value < 0x20: result += " "
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
