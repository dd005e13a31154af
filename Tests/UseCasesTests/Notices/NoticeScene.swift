import Kernel
import Mail
import Register
import Store
import Synchronization
import TestSupport
import Testing
import UseCases

/// A department with people of every role, who have an address each, and a neighbour's authority.
struct NoticeScene: Sendable {
    final class Clock: Sendable {
        private let seconds = Mutex(1_605_859_200)  // 2020-11-20T08:00:00Z
        var now: Int { seconds.withLock { $0 } }
        func advance(_ by: Int) { seconds.withLock { $0 += by } }
    }

    static let people: [(login: String, role: Role, scope: Scope)] = [
        ("dd63", .authority, .departments(["63"])), ("dd15", .authority, .departments(["15"])),
        ("opi63", .inspector, .departments(["63"])), ("region", .delegateRegion, .departments(["63", "15"])),
        ("lda", .laboratory, .departments(["63"])), ("dgal", .nationalAuthority, .national),
        ("admin", .administrator, .national), ("opi", .inspector, .departments(["63"])),
    ]

    let desk: BloodDesk
    var installation: Installation
    let clock: Clock

    static func run(_ engine: Engine, _ body: (inout NoticeScene) async throws -> Void) async throws {
        try await BloodDesk.with(engine) { desk in
            let access = try await AccessBook.open(beside: desk.database, now: testTime)
            let clock = Clock()
            let installation = Installation(
                database: desk.database, access: access, fixedDay: day("2020-11-20"), clock: { clock.now })
            var scene = NoticeScene(desk: desk, installation: installation, clock: clock)
            do {
                try await scene.database.write { connection in
                    let laboratory = try connection.organisationID(code: BloodDesk.code)
                    for person in people {
                        var account = AccountRow(
                            login: person.login, name: "Personne fictive", role: person.role, scope: person.scope,
                            organisation: person.role == .laboratory ? laboratory : nil)
                        account.mail = "\(person.login)@exemple.fr"
                        try connection.insert(account)
                    }
                }
                try await body(&scene)
                try await access.close()
            } catch {
                try await access.close()
                throw error
            }
        }
    }

    var database: Database { desk.database }

    func context(_ login: String) async throws -> Context {
        installation.context(for: try await Accounts.actor(login: login, in: database), department: "63")
    }

    /// `login channel state` of the notices of a topic, in order.
    func notices(_ topic: NoticeTopic? = nil) async throws -> [String] {
        let condition = topic.map { "WHERE e.topic = '\($0.rawValue)'" } ?? ""
        return try await desk.texts(
            """
            SELECT n.login || ' ' || n.channel || ' ' || n.state FROM notice n
            JOIN notice_event e ON e.id = n.event_id \(condition) ORDER BY n.login, n.channel, n.id
            """)
    }

    /// Topics that somebody sees in the application now.
    func seen(_ login: String) async throws -> [String] {
        try await ListNotices().perform(context(login)).lines.map { $0.notice.event.topic }
    }

    /// The installation with a mail server that takes everything on itself at `port`.
    mutating func sendMail(by port: Int, as name: String = "Vigie", seconds: Int = 10) throws {
        var server = try MailServer(
            "localhost", port: port, .none, from: (name, try #require(MailAddress("vigie@exemple.fr"))))
        server.longestSeconds = seconds
        installation.mail = MailOffice(MailClient(server), publicAddress: "https://vigie.exemple.fr/")
    }

    func worker(_ prepare: (inout WorkerSettings) -> Void = { _ in }) -> Worker {
        var settings = WorkerSettings(name: "essai")
        prepare(&settings)
        return Worker(installation, settings, stop: StopSign()) { Issue.record("\($0)") }
    }
}

/// A failed expectation looks into what it names, which must not be all of a database.
extension NoticeScene: CustomReflectable {
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
