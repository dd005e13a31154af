import TestSupport

/// Accounts of a test's database, made as a person makes them: an administrator first, who adds the other.
enum VigieAccounts {
    static func add(_ login: String, role: String, _ environment: [String: String]) async throws {
        let administrator = ["user", "add", "admin", "--role", "administrator", "--name", "Admin"]
        _ = try await VigieProgram.run(administrator, environment: environment)
        let account = ["user", "add", login, "--role", role, "--name", "Test", "--department", "63", "--user", "admin"]
        _ = try await VigieProgram.run(account, environment: environment)
    }
}
