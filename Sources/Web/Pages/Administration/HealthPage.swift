import UseCases

/// Whether the system is well.
struct HealthPage: PageModel {
    let title = Catalogue.french.text("admin", "health")
    let facts: [Fact]

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
        ]
    }

    static let template = Template(
        "health",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        """# + AccountFormParts.tabs + #"""
            <section class="card"><dl class="facts">{{#page.facts}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>
            {{/page.facts}}</dl></section>
            {{/main}}{{/layout}}
            """#)
}
