import Secrets

/// Which passwords are accepted: long ones, of any characters, that are not the first ones to be guessed. No classes of
/// characters and no expiry (NIST SP 800-63B §5.1.1.2, OWASP ASVS 2.1).
package enum PasswordPolicy {
    package static let leastCharacters = 12
    package static let mostCharacters = 128

    /// - Parameter list: the passwords that everybody guesses first, where the set-up installed them; without it the
    ///   short list below is all.
    /// - Throws: `Refused` with what is wrong with it.
    package static func require(
        _ password: String, for login: String, list: CommonPasswords? = nil
    ) throws(Refused) {
        guard password.count >= leastCharacters else {
            throw Refused(SignInFinding.passwordShort, ["least": String(leastCharacters)])
        }
        guard password.count <= mostCharacters else {
            throw Refused(SignInFinding.passwordLong, ["most": String(mostCharacters)])
        }
        let small = password.lowercased()
        guard !isGuessable(small, login: login.lowercased()), list.map({ !isListed(small, $0) }) ?? true else {
            throw Refused(SignInFinding.passwordGuessable)
        }
    }

    /// A word of the list: as it is, twice, or with digits and signs before or after it.
    private static func isListed(_ password: String, _ list: CommonPasswords) -> Bool {
        let half = String(password.prefix(password.count / 2))
        let word = String(password.trimming { !$0.isLetter })
        return list.contains(password) || (half + half == password && list.contains(half))
            || (word.count > 3 && list.contains(word))
    }

    /// Made of the login, of a common word, of one or two characters repeated, or of a row of keys.
    private static func isGuessable(_ password: String, login: String) -> Bool {
        var rest = password
        for part in common + (login.count > 2 ? [login] : []) { rest = rest.replacing(part, with: "") }
        let letters = rest.filter { !$0.isNumber && !$0.isPunctuation && !$0.isWhitespace && !$0.isSymbol }
        return Set(password).count < 5 || (rest.count < password.count && letters.count < 4)
    }

    /// What lists of leaked passwords are made of, in French and English, and what this program suggests itself.
    private static let common = [
        "motdepasse", "password", "passw0rd", "azertyuiop", "qwertyuiop", "azerty", "qwerty", "qsdfghjklm", "wxcvbn",
        "asdfghjkl", "123456789", "1234567890", "12345678", "987654321", "bonjour", "soleil", "chouchou", "doudou",
        "marseille", "france", "admin", "administrateur", "welcome", "letmein", "iloveyou", "jetaime", "vigie",
        "prophylaxie", "veterinaire", "vétérinaire", "bovin", "tuberculose", "brucellose", "changeme", "changezmoi",
        "abcdefgh", "abcd", "loulou", "football", "dragon", "monkey", "princess", "sunshine", "secret",
    ]
}

extension String {
    fileprivate func trimming(_ isLeftOut: (Character) -> Bool) -> Substring {
        var rest = drop(while: isLeftOut)
        while let last = rest.last, isLeftOut(last) { rest.removeLast() }
        return rest
    }
}
