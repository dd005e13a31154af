import UseCases

/// The own notices, the latest first.
struct NoticesPage: PageModel {
    struct Line: Sendable {
        let id: Int64
        let isUnread: Bool
        let title: String
        let sentence: String
        let place: String?
        let rawMilk: String?
        let when: String
    }

    let title = Catalogue.french.text("notices", "title")
    let lines: [Line]
    let unread: String?
    /// The first line's number: what « all » means.
    let latest: Int64
    let next: String?
    let notices: [Notice]
    let isRefused = false

    init(_ outcome: ListNotices.Outcome, notices: [Notice]) {
        lines = outcome.lines.compactMap { Line($0) }
        unread = outcome.unread > 0 ? UnreadWords.text(outcome.unread) : nil
        latest = outcome.lines.first?.notice.id ?? 0
        next = outcome.next.map { "/avertissements?avant=\($0)" }
        self.notices = notices
    }

    static let template = Template(
        "notice-list",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        {{>notices}}
        <div class="actions">{{^page.unread}}<span>{{t.notices.allRead}}</span>{{/page.unread}}
        {{#page.unread}}<span>{{.}}</span>
        <form method="post" action="/avertissements/lu"><input type="hidden" name="_form" value="{{form}}">
        <input type="hidden" name="jusqua" value="{{page.latest}}"><button>{{t.notices.markAll}}</button></form>
        {{/page.unread}}
        <a href="/compte/avertissements">{{t.notices.settings}}</a></div>
        {{^page.lines}}<p>{{t.notices.none}}</p>{{/page.lines}}
        <ul class="lines warnings">{{#page.lines}}<li{{#isUnread}} class="unread"{{/isUnread}}>
        <p>{{#isUnread}}<span class="badge">{{t.notices.unread}}</span> {{/isUnread}}<a
        href="/avertissements/{{id}}">{{title}}</a> <span class="hint">{{when}}</span></p>
        {{#place}}<p>{{.}}</p>{{/place}}{{#rawMilk}}<p class="nn">{{.}}</p>{{/rawMilk}}
        <p class="hint">{{sentence}}</p>
        {{#isUnread}}<form method="post" action="/avertissements/lu"><input type="hidden" name="_form" value="{{form}}">
        <input type="hidden" name="jusqua" value="{{id}}"><button class="plain" name="un" value="1"
        aria-label="{{t.notices.mark}} : {{title}}, {{when}}">{{t.notices.mark}}</button></form>{{/isUnread}}</li>
        {{/page.lines}}</ul>
        {{#page.next}}<p><a href="{{.}}" rel="next">{{t.notices.next}}</a></p>{{/page.next}}
        {{/main}}{{/layout}}
        """#)
}

extension NoticesPage.Line {
    /// nil for a topic that this program does not know any more.
    init?(_ line: ListNotices.Line) {
        let (notice, event) = (line.notice, line.notice.event)
        guard let topic = notice.topic else { return nil }
        id = notice.id
        isUnread = !notice.isRead
        title = NoticeWords.title(topic)
        sentence = NoticeWords.sentence(topic)
        place = NoticeWords.place(department: event.department, campaign: notice.campaign)
        rawMilk = line.isRawMilk ? Catalogue.french.text("notices", "rawMilk") : nil
        when = LocalTime(event.department).text(event.at)
    }
}

/// How many notices wait, in words and in the few signs of the bell.
enum UnreadWords {
    static func figure(_ count: Int) -> String { count < UnreadNotices.most ? String(count) : "99+" }

    /// `3 non lus`
    static func text(_ count: Int) -> String {
        "\(figure(count)) \(Catalogue.french.text("notices", count == 1 ? "unreadOne" : "unreadMany"))"
    }
}
