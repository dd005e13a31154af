/// Which received files are meant.
package struct ReceivedFileFilter: Sendable, Hashable {
    /// nil: of any department.
    package var departments: Set<String>?
    /// Of this sender, or sent by this account: what a laboratory sees.
    package var sender: Sender?
    package var kinds: [String] = []
    package var state: ResultRun.State?
    /// With lines that are refused, or attached to nothing, and still open.
    package var onlyOpen = false
    /// For the next page: only those with lower ids.
    package var before: Int64?

    package struct Sender: Sendable, Hashable {
        /// nil for an account that belongs to no organisation.
        package let code: String?
        package let login: String

        package init(code: String?, login: String) {
            self.code = code
            self.login = login
        }
    }

    package init() {}
}

/// A file that came in, with how many of its lines wait.
package struct ReceivedFileRow: Sendable, Hashable {
    package let run: ResultRun
    package let openLines: Int
}

extension Connection {
    /// The latest first.
    package func receivedFiles(_ filter: ReceivedFileFilter, limit: Int) throws -> [ReceivedFileRow] {
        var (conditions, arguments): ([String], [SQLValue]) = (["r.id < ?"], [.int(filter.before ?? .max)])
        func among(_ column: String, _ values: [String]) {
            conditions.append("\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))")
            arguments += values.map { .text($0) }
        }
        if let departments = filter.departments { among("r.department", departments.sorted()) }
        if !filter.kinds.isEmpty { among("r.kind", filter.kinds) }
        if let state = filter.state { among("r.state", [state.rawValue]) }
        if let sender = filter.sender {
            conditions.append(sender.code == nil ? "r.actor = ?" : "(r.sender = ? OR r.actor = ?)")
            arguments += (sender.code.map { [.text($0)] } ?? []) + [.text(sender.login)]
        }
        if filter.onlyOpen {
            conditions.append(
                """
                (EXISTS (SELECT 1 FROM import_refused_line l WHERE l.import_id = r.id AND l.state = 'open')
                    OR r.id IN (SELECT u.import_id FROM unattached_result u WHERE u.state = 'open'))
                """)
        }
        return try all(
            """
            SELECT \(ResultRun.columns),
                (SELECT count(*) FROM import_refused_line l WHERE l.import_id = r.id AND l.state = 'open')
                + (SELECT count(*) FROM unattached_result u WHERE u.import_id = r.id AND u.state = 'open')
            FROM import_run r WHERE \(conditions.joined(separator: " AND ")) ORDER BY r.id DESC LIMIT ?
            """, arguments + [.int(limit)]
        ) { ReceivedFileRow(run: try ResultRun($0), openLines: Int($0.int(13))) }
    }

    /// Open refused lines of any import: text as it came, below its header where the file had one.
    package func openLines(of run: Int64, limit: Int) throws -> [RefusedResult] {
        try openRefusedResults(ofRun: run, limit: limit)
    }

    /// Code and name of the organisations of some kinds, by name.
    package func organisations(kinds: [String]) throws -> [(code: String, name: String)] {
        try all(
            """
            SELECT code, name FROM organisation WHERE kind IN (\(kinds.map { _ in "?" }.joined(separator: ", ")))
            ORDER BY name, code
            """, kinds.map { .text($0) }
        ) { ($0.text(0), $0.text(1)) }
    }
}
