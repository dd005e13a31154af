import Mail
import Store

/// The text of a mail: what kind of thing happened, in which campaign and department, and where to read on. Nothing
/// that a stranger who reads the mailbox could learn from.
struct MailText: Sendable {
    /// A campaign's name is somebody's choice.
    private static let longestPlace = 120

    let subject: String
    let body: String

    /// - Parameter mails: not empty; all of one kind when there are several.
    init(_ mails: [OutgoingMail], publicAddress: String) {
        let topic = mails.lazy.compactMap { NoticeTopic(rawValue: $0.event.topic) }.first ?? .newBrowser
        let places = mails.compactMap { NoticeWords.place(department: $0.event.department, campaign: $0.campaign) }
            .map { OneLine.of($0, most: MailText.longestPlace) }
            .reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
        let title = NoticeWords.title(topic)
        subject = ["Vigie : \(title)", places.count == 1 ? places[0] : nil].compactMap { $0 }.joined(separator: ", ")
        var lines = [MailWords.greeting, "", "\(title).", NoticeWords.sentence(topic)]
        if !places.isEmpty { lines += [""] + places.map { "– \($0)" } }
        // Who cannot sign in any more has no page to be sent to.
        if topic != .accountDisabled {
            let way = topic == .mailToConfirm ? MailWords.confirm : MailWords.see
            lines += ["", way, MailText.link(mails, topic, publicAddress)]
        }
        lines.append("")
        if ![.invited, .mailToConfirm, .accountDisabled].contains(topic) {
            lines += [MailWords.foot, "\(publicAddress)/compte/avertissements", ""]
        }
        lines.append(MailWords.signature)
        body = lines.joined(separator: "\n") + "\n"
    }

    private static func link(_ mails: [OutgoingMail], _ topic: NoticeTopic, _ publicAddress: String) -> String {
        switch topic {
        // Links that open an account are handed over by who made them, never by mail (ASVS 2.5.1).
        case .invited: return publicAddress
        case .mailToConfirm:
            return "\(publicAddress)/compte/avertissements/adresse/\(mails[0].notice.secret ?? "")"
        default:
            let isOne = mails.count == 1
            return "\(publicAddress)/avertissements" + (isOne ? "/\(mails[0].notice.id)" : "")
        }
    }
}
