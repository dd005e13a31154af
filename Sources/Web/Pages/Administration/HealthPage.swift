import UseCases

/// Whether the system is well.
struct HealthPage: PageModel {
    let title = Catalogue.french.text("admin", "health")
    let facts: [Fact]
    /// Mails wait that nobody sends.
    let isLate: Bool
    let failures: [Failure]
    let hasFailures: Bool

    /// A mail that was given up.
    struct Failure: Sendable {
        let login: String
        let topic: String
        let reason: String
        let when: String
    }

    struct Fact: Sendable {
        let label: String
        let value: String
    }

    init(_ health: SystemHealth) {
        func fact(_ key: String, _ value: String) -> Fact {
            Fact(label: Catalogue.french.text("admin", key), value: value)
        }
        facts = [
            fact("engine", health.engine), fact("schema", "\(health.schema)"),
            fact("accountCount", "\(health.accounts)"), fact("sessionCount", "\(health.sessions)"),
            fact("entered", "\(health.entered)"), fact("failed", "\(health.failed)"),
            fact("sealed", health.sealedUntil.map(AccountText.day) ?? "—"),
            fact("unsealed", "\(health.unsealed)"),
            fact("mailServer", health.mail.server ?? Catalogue.french.text("admin", "mailServerNone")),
            fact("mailsSent", "\(health.mail.counts.sent)"), fact("mailsWaiting", HealthPage.waiting(health.mail)),
            fact("mailsFailed", "\(health.mail.counts.failed)"),
        ]
        isLate = health.mail.isLate
        hasFailures = !health.mail.failures.isEmpty
        failures = health.mail.failures.map { mail in
            Failure(
                login: mail.login, topic: NoticeTopic(rawValue: mail.topic).map(NoticeWords.title) ?? mail.topic,
                reason: HealthPage.reason(mail.fault), when: LocalTime(nil).text(mail.at))
        }
    }

    private static func waiting(_ mail: MailHealth) -> String {
        guard let oldest = mail.counts.oldestWaiting else { return "\(mail.counts.waiting)" }
        let since = Catalogue.french.text("admin", "mailsSince")
        return "\(mail.counts.waiting), \(since) \(LocalTime(nil).text(oldest))"
    }

    /// `refused-550` in words.
    private static func reason(_ fault: String) -> String {
        let (words, known) = (Catalogue.french, Catalogue.french.areas["admin"]?.texts["failure-\(fault)"])
        if let known { return known }
        let parts = fault.split(separator: "-")
        return parts.count == 2 ? "\(words.text("admin", "failure-\(parts[0])")) (\(parts[1]))" : fault
    }

    static let template = Template(
        "health",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        """# + AccountFormParts.tabs + #"""
            <section class="card"><dl class="facts">{{#page.facts}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>
            {{/page.facts}}</dl></section>
            {{#page.isLate}}<div class="notice warned"><p>{{t.admin.mailsLate}}</p></div>{{/page.isLate}}
            {{#page.hasFailures}}<section class="card"><h2>{{t.admin.mailsFailed}}</h2>
            <p class="hint">{{t.admin.tryAgain}} <a href="/travaux">{{t.admin.jobs}}</a></p>
            <div class="wide" tabindex="0" role="region" aria-label="{{t.admin.mailsFailed}}"><table class="list">
            <thead><tr><th scope="col">{{t.admin.login}}</th><th scope="col">{{t.admin.what}}</th>
            <th scope="col">{{t.admin.why}}</th><th scope="col">{{t.admin.when}}</th></tr></thead>
            <tbody>{{#page.failures}}<tr><td>{{login}}</td><td>{{topic}}</td><td>{{reason}}</td><td>{{when}}</td></tr>
            {{/page.failures}}</tbody></table></div></section>{{/page.hasFailures}}
            {{/main}}{{/layout}}
            """#)
}
