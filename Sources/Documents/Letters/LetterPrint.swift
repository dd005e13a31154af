import Kernel

/// A letter's text with its values.
package struct LetterText: Hashable, Sendable, Codable {
    package enum Paragraph: Hashable, Sendable, Codable {
        case text(String)
        case bullet(String)
    }

    package var subject: String
    package var paragraphs: [Paragraph]

    package init(subject: String, paragraphs: [Paragraph]) {
        self.subject = subject
        self.paragraphs = paragraphs
    }
}

/// A letter ready to be printed, with its address where the window of a French envelope (DL or C5, window right) is.
package struct LetterPrint: Hashable, Sendable {
    /// Who signs: name and function, e.g. `Jean Exemple`, `Directeur`.
    package struct Signatory: Hashable, Sendable, Codable {
        package var name: String
        package var function: String

        package init(name: String, function: String) {
            self.name = name
            self.function = function
        }
    }

    package var sender: Party
    /// Bytes of a PNG, printed 22 mm high at most, above the sender.
    package var logo: [UInt8]?
    /// Name and address; up to six lines in all.
    package var recipient: Party
    package var place: String
    package var day: Day
    /// The sender's reference, e.g. `PRO-2026-00012`.
    package var reference: String?
    package var text: LetterText
    package var signatory: Signatory
    package var enclosures: [String]
    /// Who gets a copy, e.g. the veterinarian.
    package var copies: [String]
    /// `Lettre recommandée avec accusé de réception`, above the address.
    package var sendingMode: String?
    /// What would be sent, for looking at: marked as such.
    package var isDraft = false

    package init(
        sender: Party, logo: [UInt8]? = nil, recipient: Party, place: String, day: Day, reference: String? = nil,
        text: LetterText, signatory: Signatory, enclosures: [String] = [], copies: [String] = [],
        sendingMode: String? = nil
    ) {
        self.sender = sender
        self.logo = logo
        self.recipient = recipient
        self.place = place
        self.day = day
        self.reference = reference
        self.text = text
        self.signatory = signatory
        self.enclosures = enclosures
        self.copies = copies
        self.sendingMode = sendingMode
    }
}
