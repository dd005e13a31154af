import CPostgreSQL

/// The error of a result, or of the connection when there is no result or it is broken.
func postgresError(_ handle: OpaquePointer?, _ result: OpaquePointer?) -> StoreError {
    func field(_ code: UnicodeScalar) -> String? {
        PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
    }
    guard let state = field("C") else { return .connection(message: PostgresLink.lastMessage(handle)) }
    let message = field("M") ?? ""
    switch state {
    case "55P03": return .locked
    case "40001", "40P01": return .conflict(message: message)
    case "25006": return .readOnly
    case "53100": return .diskFull
    case "57014": return .engine(code: state, message: message)
    case "25P02": return .transactionFailed
    case "22021": return .textWithNul
    case "XX001", "XX002": return .damaged(message: message)
    case _ where state.hasPrefix("08") || state.hasPrefix("57P") || state == "53300":
        return .connection(message: message)
    default: break
    }
    guard let kind = constraintKind(state) else { return .engine(code: state, message: message) }
    return .constraint(
        ConstraintViolation(
            kind: kind, table: field("t"), columns: violatedColumns(kind, column: field("c"), detail: field("D")),
            name: field("n") ?? (kind == .trigger || kind == .dataType ? message : nil)))
}

private func constraintKind(_ state: String) -> ConstraintViolation.Kind? {
    switch state {
    case "23502": .notNull
    case "23503": .foreignKey
    case "23505": .unique
    case "23514": .check
    case "P0001": .trigger
    // Text that is no number, an impossible date, another type, a number out of range.
    case "22P02", "22007", "22008", "42804", "22003": .dataType
    case _ where state.hasPrefix("23"): .other
    default: nil
    }
}

/// The columns of a unique key stand only in the detail, in every language as `(a, b)=(…)`.
private func violatedColumns(_ kind: ConstraintViolation.Kind, column: String?, detail: String?) -> [String] {
    if kind == .notNull { return column.map { [$0] } ?? [] }
    guard kind == .unique, let detail, let open = detail.firstIndex(of: "("),
        let close = detail.firstRange(of: ")=(")
    else { return [] }
    return detail[detail.index(after: open)..<close.lowerBound].split(separator: ", ").map(String.init)
}
