import Exchange
import Kernel
import Prophylaxis
import Store

/// For which department a received file is, where its sender did not choose: that of the organisation it is addressed
/// to, else the one in which all that it names lies. An organisation's code is no department, and two are no guess: the
/// file is refused with its reason, and nothing of it is lost among nobody's (decision 4).
struct FileDepartment {
    /// What a file says of where it belongs.
    struct Said: Sendable {
        var recipient: String?
        var interventions: Set<String> = []
        var animals: Set<String> = []
        var holdings: Set<String> = []

        /// Enough to tell: a file of thousands of lines need not be looked up whole.
        static let most = 400
    }

    let context: Context

    /// - Throws: `Refused` for a department that does not exist.
    func checked(_ code: String) async throws -> String {
        if case .departments(let codes) = context.actor.scope, codes.contains(code) { return code }
        guard try await context.database.read({ try $0.knowsDepartment(code) }) else {
            throw Refused(JobFinding.departmentUnknown, ["department": code])
        }
        return code
    }

    func find(_ said: Said) async throws -> String {
        let found = try await context.database.read { try FileDepartment.candidates(said, in: $0) }
        guard let department = found.first else { throw Refused(JobFinding.departmentMissing) }
        guard found.count == 1 else {
            throw Refused(
                JobFinding.departmentsSeveral, ["departments": found.sorted().joined(separator: ", ")])
        }
        return department
    }

    private static func candidates(_ said: Said, in connection: Connection) throws -> Set<String> {
        if let recipient = said.recipient {
            if let department = try connection.departmentOfOrganisation(code: recipient) { return [department] }
            if try connection.knowsDepartment(recipient) { return [recipient] }
        }
        func some(_ numbers: Set<String>) -> [String] { Array(numbers.sorted().prefix(Said.most)) }
        let named = try connection.departments(ofInterventions: some(said.interventions))
            .union(connection.departments(ofHoldings: some(said.holdings)))
        return named.isEmpty ? try connection.departments(ofAnimals: some(said.animals)) : named
    }
}

extension FileDepartment.Said {
    /// Of an analysis report.
    static func ofBlood(_ source: ByteSource, _ options: ReadingOptions) -> Self {
        let reader = AnalysisReportReader(source, options)
        var said = FileDepartment.Said()
        while let line = reader.next() {
            guard case .accepted(let result, _, _) = line.outcome else { continue }
            if let number = result.interventionNumber { said.interventions.insert(number) }
            if let animal = result.animal { said.animals.insert(animal.description) }
        }
        said.recipient = reader.envelope?.recipient
        return said
    }

    /// Of a dairy laboratory's file.
    static func ofMilk(_ source: ByteSource, _ profile: MilkProfile, _ options: ReadingOptions) -> Self {
        let reader = MilkReader(source, profile, options)
        var said = FileDepartment.Said()
        while let line = reader.next() {
            if case .accepted(let row, _, _) = line.outcome { said.holdings.insert(row.holding.description) }
        }
        return said
    }

    /// Of the table of tuberculin reports.
    static func ofTuberculin(_ source: ByteSource, _ options: ReadingOptions) -> Self {
        var said = FileDepartment.Said()
        said.interventions = Set(TuberculinFiles(source, nil, options).reports.map(\.input.intervention))
        return said
    }
}

extension AnalysisResult {
    /// A document bears its intervention's number; an edition may follow it.
    var interventionNumber: String? {
        intervention.map { $0.filter { !$0.isWhitespace } } ?? document.map { String($0.prefix { $0.isNumber }) }
    }
}
