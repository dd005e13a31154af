import FoundationEssentials
import Kernel
import Secrets
import UseCases

/// The passwords that everybody guesses first, as `scripts/setup-passwords` installs them.
enum PasswordList {
    private static let usual = ".web/passwords.bloom"

    /// - Returns: nil where nothing is configured and nothing stands in the usual place.
    /// - Throws: `Refused` for a file that is named and not there, or that is none.
    static func load() throws(Refused) -> CommonPasswords? {
        let named = Environment["VIGIE_PASSWORDS"]
        guard named != nil || FileManager.default.fileExists(atPath: usual) else { return nil }
        let path = named ?? usual
        guard let list = CommonPasswords(file: try SecretFile.bytes(at: path)) else {
            throw Refused(ServerFinding.passwordListInvalid, ["file": path])
        }
        return list
    }
}
