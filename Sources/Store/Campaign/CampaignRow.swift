import Kernel
import Prophylaxis

/// One campaign of one department.
package struct CampaignRow: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable {
        case draft, validated, executed, closed

        /// Its interventions are there to be followed; closed ones still are.
        package var isFollowed: Bool { self == .executed || self == .closed }
    }

    package let id: Int64
    package let department: String
    package let prophylaxisYear: Int
    package let name: String
    package var startsOn: Day
    package var endsOn: Day
    package var state: State
    /// `CampaignParameters` as JSON; read it with the use cases' `decodedParameters()`, which fills in what is newer.
    package var parametersJSON: String
    package var copiedFrom: Int64?
    /// Raw values of `SetupCriterion`, nil unless the campaign was copied.
    package var reviewedCriteria: [String]?
    package var validatedAt: String?
    package var validatedBy: String?
    package var executedAt: String?
    package var closedOn: Day?

    package init(id: Int64, department: String, prophylaxisYear: Int, name: String, dates: (start: Day, end: Day)) {
        self.id = id
        self.department = department
        self.prophylaxisYear = prophylaxisYear
        self.name = name
        (startsOn, endsOn) = dates
        state = .draft
        parametersJSON = "{}"
    }
}

extension CampaignRow {
    static let columns = """
        id, department, prophylaxis_year, name, starts_on, ends_on, state, parameters, copied_from, reviewed_criteria,
        validated_at, validated_by, executed_at, closed_on
        """

    init(_ row: borrowing Row) throws {
        self.init(
            id: row.int(0), department: row.text(1), prophylaxisYear: Int(row.int(2)), name: row.text(3),
            dates: (row.day(4), row.day(5)))
        state = try row.code(6)
        parametersJSON = row.text(7)
        copiedFrom = row.intOrNil(8)
        reviewedCriteria = row.textOrNil(9).map(CampaignRow.list)
        validatedAt = row.textOrNil(10)
        validatedBy = row.textOrNil(11)
        executedAt = row.textOrNil(12)
        closedOn = row.dayOrNil(13)
    }

    /// `["dates","milk"]`: criteria are kebab-case, so that their JSON needs no escapes.
    static func json(_ criteria: [String]) -> String {
        "[" + criteria.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }

    private static func list(_ json: String) -> [String] {
        json.split { "[]\", ".contains($0) }.map(String.init)
    }
}

extension Row {
    /// A column that holds the raw value of an enum.
    /// - Throws: `StoreError.unreadable` for any other text.
    func code<Code: RawRepresentable<String>>(_ column: Int, as type: Code.Type = Code.self) throws -> Code {
        let text = text(column)
        guard let code = Code(rawValue: text) else {
            throw StoreError.unreadable(column: String(describing: type), found: text)
        }
        return code
    }

    func codeOrNil<Code: RawRepresentable<String>>(_ column: Int, as type: Code.Type = Code.self) throws -> Code? {
        try isNull(column) ? nil : code(column, as: type)
    }
}
