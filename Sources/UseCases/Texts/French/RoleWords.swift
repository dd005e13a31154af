import Exchange
import Register

/// What each role is called, where it travelled as its code; an unknown code stays as it is.
package enum RoleWords {
    package static func french(_ role: Role) -> String { role.french }
    package static func french(code: String) -> String { Role(rawValue: code)?.french ?? code }
}
