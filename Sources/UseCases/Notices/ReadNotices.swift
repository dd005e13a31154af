import Kernel
import Register
import Store

package typealias ShownNotice = Store.ShownNotice

extension ShownNotice {
    package var topic: NoticeTopic? { NoticeTopic(rawValue: event.topic) }
}

/// One's own notices, the latest first; of each what one may know now.
package struct ListNotices: UseCase {
    package struct Line: Sendable {
        package let notice: ShownNotice
        /// A herd concerned sells raw milk, and the reader may know.
        package let isRawMilk: Bool
    }

    package struct Outcome: Sendable {
        package let lines: [Line]
        package let unread: Int
        /// Where the next page begins; nil on the last one.
        package let next: Int64?
    }

    package let intention = Intention.noticeRead
    package let department: String? = nil
    package let before: Int64?
    package let limit: Int

    package init(before: Int64? = nil, limit: Int = 50) {
        self.before = before
        self.limit = limit
    }

    package func run(_ context: Context) async throws -> Outcome {
        let (actor, before, limit) = (context.actor, before, limit)
        return try await context.database.read { connection in
            let sight = try connection.noticeSight(of: actor)
            let notices = try connection.notices(sight, before: before, limit: limit + 1)
            var seesRawMilk: [String: Bool] = [:]
            let lines = try notices.prefix(limit).map { notice in
                guard notice.event.isRawMilk, let department = notice.event.department else {
                    return Line(notice: notice, isRawMilk: false)
                }
                let sees = try seesRawMilk[department] ?? connection.seesRawMilk(actor, in: department)
                seesRawMilk[department] = sees
                return Line(notice: notice, isRawMilk: sees)
            }
            return Outcome(
                lines: lines, unread: try connection.unreadNotices(sight, limit: UnreadNotices.most),
                next: notices.count > limit ? lines.last?.notice.id : nil)
        }
    }
}

/// How many notices wait for somebody: the figure at the bell, on every page.
package enum UnreadNotices {
    /// More are not counted.
    package static let most = 100

    package static func count(for actor: Actor, _ installation: Installation) async throws -> Int {
        try await installation.database.read { connection in
            try connection.unreadNotices(connection.noticeSight(of: actor), limit: most)
        }
    }
}

/// One notice, read from now on: the way from a mail or a line to what it is about.
package struct OpenNotice: UseCase {
    package let intention = Intention.noticeRead
    package let department: String? = nil
    package let id: Int64

    package init(_ id: Int64) { self.id = id }

    package func run(_ context: Context) async throws -> ShownNotice {
        let (id, now, actor) = (id, context.moment.seconds, context.actor)
        let notice = try await context.database.read { connection in
            try connection.notice(id, connection.noticeSight(of: actor))
        }
        guard let notice else { throw Refused(NoticeFinding.unknown, ["notice": String(id)]) }
        if !notice.isRead {
            try await context.database.write {
                try $0.markNoticesRead(of: actor.login, event: notice.event.id, at: now)
            }
        }
        return notice
    }
}

/// Marks notices as read: one, or all that were on the page when the person said so.
package struct MarkNotices: UseCase {
    package enum Extent: Sendable { case one(Int64), upTo(Int64) }

    package let intention = Intention.noticeRead
    package let department: String? = nil
    package let extent: Extent

    package init(_ extent: Extent) { self.extent = extent }

    package func run(_ context: Context) async throws {
        let (login, now, extent) = (context.actor.login, context.moment.seconds, extent)
        try await context.database.write { connection in
            switch extent {
            case .one(let id): try connection.markNoticeRead(id, of: login, at: now)
            case .upTo(let id): try connection.markNoticesRead(of: login, upTo: id, at: now)
            }
        }
    }
}

extension Connection {
    /// What the actor may see of the own notices today.
    func noticeSight(of actor: Actor) throws -> NoticeSight {
        let departments: Set<String>? =
            switch actor.scope {
            case .national: nil
            case .departments(let codes): codes
            case .holdings, .relations, .nothing: []
            }
        return NoticeSight(
            login: actor.login, kinds: NoticeKind.of(actor.role).map(\.rawValue), departments: departments,
            files: try visibleFiles(actor))
    }
}
