import Documents
import Kernel
import Store

extension LetterKind {
    /// The setting of the department that holds its own text.
    var setting: String { "letter-template-\(rawValue)" }
}

/// A department's text as its setting holds it.
private struct StoredTemplate: Codable { let text: String }

extension Connection {
    /// The text in force: the department's own, else the default one.
    func letterText(_ kind: LetterKind, of department: String) throws -> (text: String, isOwn: Bool) {
        guard let json = try settings(named: kind.setting)[department] else { return (kind.defaultText, false) }
        return (try CanonicalJSON.decode(StoredTemplate.self, from: json.utf8).text, true)
    }
}

/// The text of a letter in force, as its template.
package struct ReadLetterTemplate: UseCase {
    package let intention = Intention.campaignRead
    let departmentCode: String
    let kind: LetterKind

    package init(department: String, _ kind: LetterKind) {
        departmentCode = department
        self.kind = kind
    }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws -> (text: String, isOwn: Bool) {
        try await context.database.read { try $0.letterText(kind, of: departmentCode) }
    }
}

/// Gives a letter the department's own text; texts of the authority's letters are the authority's (PRO-282, PRO-288).
package struct SetLetterTemplate: UseCase {
    package let intention = Intention.letterSettle
    let departmentCode: String
    let kind: LetterKind
    let text: String
    let justification: String

    package init(department: String, _ kind: LetterKind, text: String, justification: String) {
        departmentCode = department
        self.kind = kind
        self.text = text
        self.justification = justification
    }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws {
        if kind.author == .authority { try context.actor.require(.letterWriteAuthority, in: departmentCode) }
        try SetLetterTemplate.check(text)
        let json = try CanonicalJSON.string(StoredTemplate(text: text))
        let settlement = try await context.settlement(of: kind.setting, in: departmentCode, because: justification)
        try await context.database.write { try $0.settle(settlement, to: json, intention) }
    }

    /// - Throws: `Refused` with the line, and the fields that exist.
    package static func check(_ text: String) throws {
        do { _ = try LetterTemplate(parsing: text) } catch { throw error.refusal(of: "") }
    }
}

/// How one side signs: signatory, function, contact, place; each side settles its own.
package struct SetLetterSender: UseCase {
    package let intention = Intention.letterSettle
    let departmentCode: String
    let side: LetterSide
    let change: LetterSenderSetting
    /// Bytes of a PNG.
    let logo: [UInt8]?
    let justification: String

    package init(
        department: String, _ side: LetterSide, _ change: LetterSenderSetting, logo: [UInt8]?, justification: String
    ) {
        departmentCode = department
        self.side = side
        self.change = change
        self.logo = logo
        self.justification = justification
    }

    package var department: String? { departmentCode }

    /// Returns how the side now signs.
    package func run(_ context: Context) async throws -> LetterSenderSetting {
        if side == .authority { try context.actor.require(.letterWriteAuthority, in: departmentCode) }
        if let logo { try SetLetterSender.check(logo, on: context.today) }
        let settlement = try await context.settlement(of: side.setting, in: departmentCode, because: justification)
        return try await context.database.write { connection in
            var setting = try connection.letterSenderSetting(side, of: departmentCode)
            setting.merge(change)
            if let logo {
                setting.logo = try connection.putBlob(logo, mediaType: "image/png", at: context.now).hex
            }
            try connection.settle(settlement, to: CanonicalJSON.string(setting), intention)
            return setting
        }
    }

    /// A logo that cannot be drawn is refused now, not on the day of a batch.
    private static func check(_ logo: [UInt8], on day: Day) throws {
        let letter = LetterPrint(
            sender: Party("-"), logo: logo, recipient: Party("-"), place: "-", day: day,
            text: LetterText(subject: "-", paragraphs: [.text("-")]), signatory: .init(name: "-", function: "-"))
        do {
            _ = try pdf(PrintJob(title: "-", author: "-", day: day), [letter])
        } catch let fault as LetterFault {
            throw fault.refusal(of: "")
        }
    }
}

/// How one side signs.
package struct ReadLetterSender: UseCase {
    package let intention = Intention.campaignRead
    let departmentCode: String
    let side: LetterSide

    package init(department: String, _ side: LetterSide) {
        departmentCode = department
        self.side = side
    }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws -> LetterSenderSetting {
        try await context.database.read { try $0.letterSenderSetting(side, of: departmentCode) }
    }
}
