/// A view of the follow-up that somebody keeps: its columns and its filters as the address carries them.
package struct SavedView: Sendable, Hashable {
    package let name: String
    /// Names of columns with commas between.
    package let columns: String
    /// The address's part after `?`.
    package let query: String

    package init(name: String, columns: String, query: String) {
        self.name = name
        self.columns = columns
        self.query = query
    }
}

extension Connection {
    package func savedViews(of login: String) throws -> [SavedView] {
        try all("SELECT name, columns, query FROM saved_view WHERE login = ? ORDER BY name", [.text(login)]) {
            SavedView(name: $0.text(0), columns: $0.text(1), query: $0.text(2))
        }
    }

    /// Keeps a view; one of the same name is replaced.
    package func save(_ view: SavedView, of login: String, at now: String) throws {
        try execute(
            """
            INSERT INTO saved_view (login, name, columns, query, saved_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (login, name) DO UPDATE SET columns = excluded.columns, query = excluded.query,
                saved_at = excluded.saved_at
            """, [.text(login), .text(view.name), .text(view.columns), .text(view.query), .text(now)])
    }

    /// Says whether there was one.
    package func deleteView(_ name: String, of login: String) throws -> Bool {
        try execute("DELETE FROM saved_view WHERE login = ? AND name = ?", [.text(login), .text(name)]) > 0
    }
}
