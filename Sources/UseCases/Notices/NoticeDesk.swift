import Kernel
import Register
import Store

/// Something to tell; what only some events have is set by name.
struct NoticeEvent: Sendable {
    let topic: NoticeTopic
    /// Of all events with this key only the first counts.
    let onceKey: String
    var department: String?
    var campaign: Int64?
    var intervention: String?
    var importID: Int64?
    var job: Int64?
    var isRawMilk = false

    init(_ topic: NoticeTopic, once onceKey: String, department: String? = nil) {
        self.topic = topic
        self.onceKey = "\(topic.rawValue):\(onceKey)"
        self.department = department
    }
}

/// Somebody to tell it to.
struct NoticeRecipient: Sendable {
    let contact: NoticeContact
    /// Another address than the account's: one that is left, or not confirmed yet.
    var mail: String?
    /// The secret of the link in the mail.
    var secret: String?
    /// There is nobody yet who could read it here.
    var onlyMail = false
    /// Whatever the person chose: what was asked for a moment ago.
    var isAsked = false

    init(_ contact: NoticeContact) { self.contact = contact }
}

/// Tells people of events, inside the transaction of what happened: the event, a notice for each person and way, and a
/// job for each mail. An event that was told before changes nothing.
struct NoticeDesk {
    let connection: Connection
    let now: (text: String, seconds: Int)
    /// Login → the notice whose mail takes all others of this desk along; nil: each has a mail of its own.
    var carriers: [String: Int64]?

    init(_ connection: Connection, at now: (text: String, seconds: Int), inOneMail: Bool = false) {
        self.connection = connection
        self.now = now
        carriers = inOneMail ? [:] : nil
    }

    /// - Returns: whether it was new.
    @discardableResult
    mutating func tell(_ event: NoticeEvent, _ recipients: [NoticeRecipient]) throws -> Bool {
        var ids = try connection.takeIDs(1 + 3 * recipients.count)
        var row = NoticeEventRow(
            id: ids.next(), kind: event.topic.kind.rawValue, topic: event.topic.rawValue, onceKey: event.onceKey,
            at: now.seconds)
        (row.department, row.campaign, row.intervention) = (event.department, event.campaign, event.intervention)
        (row.importID, row.job, row.isRawMilk) = (event.importID, event.job, event.isRawMilk)
        guard !recipients.isEmpty, try connection.insert(row) else { return false }
        for recipient in recipients {
            let (account, wish) = (recipient.contact.account, event.topic.kind.wish(recipient.contact.choice))
            let (appID, mailID, jobID) = (ids.next(), ids.next(), ids.next())
            if wish.inApp, !recipient.onlyMail {
                try connection.insert([NoticeRow(id: appID, event: row.id, login: account.login, channel: .app)])
            }
            guard wish.byMail || recipient.isAsked, recipient.mail ?? account.mail != nil else { continue }
            var mail = NoticeRow(id: mailID, event: row.id, login: account.login, channel: .mail)
            (mail.mail, mail.secret) = (recipient.mail, recipient.secret)
            mail.carrier = carriers?[account.login]
            try connection.insert([mail])
            guard mail.carrier == nil else { continue }
            carriers?[account.login] = mailID
            try connection.enqueue(try MailWork(notice: mailID).order(jobID, title: row.topic, for: nil, at: now))
        }
        return true
    }
}

extension Connection {
    /// Tells one account of something about itself.
    func tell(
        _ topic: NoticeTopic, of login: String, once key: String, at now: (text: String, seconds: Int),
        _ prepare: (inout NoticeRecipient) -> Void = { _ in }
    ) throws {
        guard let contact = try noticeContact(login: login, kind: NoticeKind.account.rawValue) else { return }
        var recipient = NoticeRecipient(contact)
        prepare(&recipient)
        var desk = NoticeDesk(self, at: now)
        try desk.tell(NoticeEvent(topic, once: key), [recipient])
    }
}

extension Installation {
    /// Now, as the queue counts.
    var moment: (text: String, seconds: Int) { (now, clock()) }
}
