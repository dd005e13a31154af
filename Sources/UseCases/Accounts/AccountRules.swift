import Kernel
import Register
import Store

/// What an account must be, whoever makes it.
enum AccountRules {
    private static let mostLogin = 64
    private static let mostName = 200

    /// - Throws: `Refused` for a login, name or territory that none should have.
    static func require(_ account: AccountRow) throws(Refused) {
        guard !account.login.isEmpty, account.login.utf8.count <= mostLogin,
            account.login.utf8.allSatisfy({ isPlain($0) })
        else { throw Refused(AccountFinding.loginUnusable, ["login": account.login, "most": String(mostLogin)]) }
        let name = account.name
        guard !name.allSatisfy(\.isWhitespace), name.count <= mostName,
            name.unicodeScalars.allSatisfy({ !isInvisible($0) })
        else { throw Refused(AccountFinding.nameUnusable, ["login": account.login, "most": String(mostName)]) }
        switch account.scope {
        case .departments(let codes):
            guard let wrong = codes.sorted().first(where: { !isDepartment($0) }) else { return }
            throw Refused(AccountFinding.departmentWrong, ["department": wrong])
        case .national, .holdings, .relations, .nothing:
            // None of these is kept as departments: read back, the account would see the whole country.
            guard account.role.isDepartmental else { return }
            throw Refused(UseCaseFinding.departmentMissing, ["login": account.login, "role": account.role.rawValue])
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        let letter = Character(Unicode.Scalar(byte))
        return byte < 128 && (letter.isLetter || letter.isNumber || ".-_@".contains(letter))
    }

    /// Control characters, and those that turn the direction of writing: a name made of them looks like another.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: true
        default: false
        }
    }

    /// `01`, `2A`, `63`, `974`.
    private static func isDepartment(_ code: String) -> Bool {
        let bytes = Array(code.utf8)
        guard (2...3).contains(bytes.count) else { return false }
        if bytes.count == 2, bytes[0] == UInt8(ascii: "2"), bytes[1] == 65 || bytes[1] == 66 { return true }
        return bytes.allSatisfy { (48...57).contains($0) }
    }
}

extension Role {
    /// Works in departments that are named; without one it would see the whole country. Veterinarians and keepers see
    /// what is tied to them, wherever it is.
    var isDepartmental: Bool {
        switch self {
        case .nationalAuthority, .administrator, .laboratory, .dairyLaboratory, .veterinarian, .keeper: false
        case .authority, .delegateRegion, .inspector: true
        }
    }
}

extension Scope {
    /// `63, 15` as somebody types it; empty: the whole country.
    package init(typed text: String) {
        let codes = text.split { ", ;".contains($0) }.map { $0.uppercased() }
        self = codes.isEmpty ? .national : .departments(Set(codes))
    }
}

package enum AccountFinding: String, FindingCode {
    /// Empty, too long, or with other characters than letters, digits and `. - _ @` [login, most].
    case loginUnusable = "account-login-unusable"
    case nameUnusable = "account-name-unusable"
    case departmentWrong = "account-department-wrong"
    /// Several lines for one login [login].
    case loginTwice = "account-login-twice"
    /// A veterinarian or a keeper without a tie sees no herd [login, role].
    case tieMissing = "account-tie-missing"
    /// An account that may not act is not invited.
    case disabled = "account-disabled"
}
