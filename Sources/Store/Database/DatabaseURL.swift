/// Where a database is: `sqlite:PATH`, or a libpq URI (`postgres://…`, `postgresql://…`, also with a socket as host).
package enum DatabaseURL: Hashable, Sendable {
    case sqlite(path: String)
    case postgres(uri: String)

    /// Reads a database URL.
    /// - Throws: `StoreError.invalidURL` for an unknown scheme or a missing path.
    package init(_ text: String) throws(StoreError) {
        if text.hasPrefix("sqlite:") {
            let path = String(text.dropFirst("sqlite:".count))
            guard !path.isEmpty, path != ":memory:" else { throw .invalidURL(text) }
            self = .sqlite(path: path)
        } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgres(uri: text)
        } else {
            throw .invalidURL(DatabaseURL.withoutPassword(text))
        }
    }

    package var dialect: Dialect {
        switch self {
        case .sqlite: .sqlite
        case .postgres: .postgres
        }
    }

    /// `user:secret@` becomes `user:***@`, and so does a `password=` parameter.
    static func withoutPassword(_ uri: String) -> String {
        var text = uri
        if let scheme = text.firstRange(of: "://") {
            let rest = text[scheme.upperBound...]
            let authority = rest.prefix { $0 != "/" && $0 != "?" }
            if let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") {
                text.replaceSubrange(text.index(after: colon)..<at, with: "***")
            }
        }
        if let parameter = text.firstRange(of: "password=") {
            let value = text[parameter.upperBound...].prefix { $0 != "&" }
            text.replaceSubrange(value.startIndex..<value.endIndex, with: "***")
        }
        return text
    }
}

extension DatabaseURL: CustomStringConvertible {
    /// The URL as it may be shown and logged: without a password.
    package var description: String {
        switch self {
        case .sqlite(let path): "sqlite:\(path)"
        case .postgres(let uri): DatabaseURL.withoutPassword(uri)
        }
    }
}
