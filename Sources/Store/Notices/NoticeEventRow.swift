/// Something that people are told of, once.
package struct NoticeEventRow: Sendable, Hashable {
    package let id: Int64
    /// Stable codes: what one may choose about, and what happened.
    package let kind: String
    package let topic: String
    /// Of all events with this key only the first counts.
    package let onceKey: String
    /// Seconds since 1970.
    package let at: Int
    /// Only who reaches it sees the notice.
    package var department: String?
    package var campaign: Int64?
    /// The twelve digits of the only intervention concerned.
    package var intervention: String?
    package var importID: Int64?
    package var job: Int64?
    /// A herd concerned sells raw milk: told to those only who may know (PRO-53).
    package var isRawMilk = false

    package init(id: Int64, kind: String, topic: String, onceKey: String, at seconds: Int) {
        self.id = id
        self.kind = kind
        self.topic = topic
        self.onceKey = onceKey
        at = seconds
    }
}

/// One person told of one event in one way.
package struct NoticeRow: Sendable, Hashable {
    package enum Channel: String, Sendable, CaseIterable { case app, mail }

    package enum State: String, Sendable, CaseIterable {
        /// Not read; not sent.
        case waiting
        /// Read; taken by the mail server.
        case done
        /// The mail server will not take it, or did not for too long.
        case failed
        /// The account has no address any more, may not act, or lost the right to what it is about.
        case withdrawn
        /// Too old when its turn came.
        case expired
    }

    package let id: Int64
    package let event: Int64
    package let login: String
    package let channel: Channel
    package var state = State.waiting
    /// Where the mail goes; nil: to the address that the account has when it is sent.
    package var mail: String?
    /// The secret of a link in the mail; kept until it is sent.
    package var secret: String?
    /// The notice in whose mail this one goes.
    package var carrier: Int64?

    package init(id: Int64, event: Int64, login: String, channel: Channel) {
        self.id = id
        self.event = event
        self.login = login
        self.channel = channel
    }
}

extension NoticeEventRow {
    static let columns = """
        e.id, e.kind, e.topic, e.once_key, e.at, e.department, e.campaign_id, e.intervention, e.import_id, e.job_id,
        e.raw_milk
        """

    /// - Parameter start: the place of the first of `columns`.
    init(_ row: borrowing Row, from start: Int) {
        self.init(
            id: row.int(start), kind: row.text(start + 1), topic: row.text(start + 2), onceKey: row.text(start + 3),
            at: Int(row.int(start + 4)))
        department = row.textOrNil(start + 5)
        campaign = row.intOrNil(start + 6)
        intervention = row.textOrNil(start + 7)
        importID = row.intOrNil(start + 8)
        job = row.intOrNil(start + 9)
        isRawMilk = row.flag(start + 10)
    }
}

extension NoticeRow {
    static let columns = "n.id, n.event_id, n.login, n.channel, n.state, n.mail, n.secret, n.carrier_id"
    static let columnCount = 8

    init(_ row: borrowing Row) throws {
        guard let channel = Channel(rawValue: row.text(3)), let state = State(rawValue: row.text(4)) else {
            throw StoreError.unreadable(column: "channel, state", found: "\(row.text(3)), \(row.text(4))")
        }
        self.init(id: row.int(0), event: row.int(1), login: row.text(2), channel: channel)
        self.state = state
        mail = row.textOrNil(5)
        secret = row.textOrNil(6)
        carrier = row.intOrNil(7)
    }
}
