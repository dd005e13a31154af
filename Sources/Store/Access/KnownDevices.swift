/// Browsers from which a person signed in before: their tries are counted apart, so that nobody else's failures make
/// them wait.
extension Connection {
    package func knowsDevice(_ digest: String, of login: String) throws -> Bool {
        try count(
            "SELECT count(*) FROM known_device WHERE digest = ? AND login = ?", [.text(digest), .text(login)]) > 0
    }

    package func noteDevice(_ digest: String, of login: String, at seconds: Int) throws {
        try execute(
            """
            INSERT INTO known_device (digest, login, seen_at) VALUES (?, ?, ?)
            ON CONFLICT (digest, login) DO UPDATE SET seen_at = excluded.seen_at
            """, [.text(digest), .text(login), .int(Int64(seconds))])
    }

    package func forgetDevices(of login: String) throws {
        try execute("DELETE FROM known_device WHERE login = ?", [.text(login)])
    }

    package func forgetDevices(unseenSince seconds: Int) throws {
        try execute("DELETE FROM known_device WHERE seen_at < ?", [.int(Int64(seconds))])
    }
}
