import Documents
import Kernel
import Prophylaxis
import Register
import Store

/// In whose name a letter goes out.
package enum LetterSide: String, Codable, Sendable, CaseIterable {
    case delegate, authority

    package var french: String {
        switch self {
        case .delegate: "délégataire"
        case .authority: "autorité"
        }
    }

    /// The setting of the department that says how this side signs.
    var setting: String { "letter-sender-\(rawValue)" }
}

/// How one side signs its letters, as the department has settled it; what is nil has its default.
package struct LetterSenderSetting: Codable, Sendable, Hashable {
    package var signatory: String?
    package var function: String?
    /// Whom to call or write to: telephone and e-mail.
    package var contact: String?
    /// Town in front of the date.
    package var place: String?
    /// Digest of the logo's PNG.
    package var logo: String?

    package init() {}

    /// What `change` names replaces what stood.
    mutating func merge(_ change: LetterSenderSetting) {
        signatory = change.signatory ?? signatory
        function = change.function ?? function
        contact = change.contact ?? contact
        place = change.place ?? place
        logo = change.logo ?? logo
    }
}

/// The side that writes: its name and address, who signs, and how the two sides are called in the text.
struct LetterHouse: Sendable {
    let side: LetterSide
    /// Code of the organisation.
    let code: String
    let party: Party
    let logo: [UInt8]?
    let place: String
    let contact: String
    let signatory: LetterPrint.Signatory
    let delegate: String
    let authority: String
}

extension Connection {
    func letterSenderSetting(_ side: LetterSide, of department: String) throws -> LetterSenderSetting {
        guard let json = try settings(named: side.setting)[department] else { return LetterSenderSetting() }
        return try CanonicalJSON.decode(LetterSenderSetting.self, from: json.utf8)
    }

    /// - Throws: `Refused` where the register does not know the side's organisation.
    func letterHouse(_ side: LetterSide, of department: String, _ actor: Actor) throws -> LetterHouse {
        let senders = try LetterSide.allCases.map {
            try letterSender(department: department, isAuthority: $0 == .authority, actor: actor.organisation)
        }
        guard let own = senders[side == .delegate ? 0 : 1] else {
            throw Refused(LetterFinding.senderUnknown, ["side": side.french, "department": department])
        }
        let setting = try letterSenderSetting(side, of: department)
        let logo = try setting.logo.flatMap(ContentDigest.init(hex:)).map { try blob($0).bytes }
        return LetterHouse(
            side: side, code: own.code, party: Party(own.name, own.lines), logo: logo,
            place: setting.place ?? own.town ?? "Département \(department)",
            contact: setting.contact ?? own.email ?? ([own.name] + own.lines).joined(separator: ", "),
            signatory: .init(
                name: setting.signatory ?? actor.name,
                function: setting.function ?? (side == .delegate ? "Pour le délégataire" : "Pour l’autorité")),
            delegate: senders[0]?.name ?? "organisme à vocation sanitaire", authority: senders[1]?.name ?? "DD(CS)PP")
    }
}
