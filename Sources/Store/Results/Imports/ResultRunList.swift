/// Who sent files: an account, and the code of its organisation.
package struct ResultSender: Sendable, Hashable {
    package let login: String
    package let code: String?

    package init(login: String, code: String?) {
        self.login = login
        self.code = code
    }
}

extension Connection {
    /// Files of results of a department, the latest first.
    /// - Parameters:
    ///   - sender: nil: of all senders.
    ///   - before: the page begins below this number.
    package func resultRuns(
        of department: String, sentBy sender: ResultSender?, before: Int64?, limit: Int
    ) throws -> [ResultRun] {
        var sql =
            "SELECT \(ResultRun.columns) FROM import_run WHERE department = ?"
            + " AND kind IN ('blood', 'milk', 'tuberculin')"
        var arguments: [SQLValue] = [.text(department)]
        if let sender {
            sql += " AND (actor = ? OR sender = ?)"
            arguments += [.text(sender.login), .text(sender.code ?? "")]
        }
        if let before {
            sql += " AND id < ?"
            arguments.append(.int(before))
        }
        return try all(sql + " ORDER BY id DESC LIMIT ?", arguments + [.int(limit)], ResultRun.init)
    }
}
