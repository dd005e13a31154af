import UseCases

/// The sending register: every copy that was printed, for whom, when it left, and what went wrong (PRO-162).
struct SendingRegisterPage: PageModel {
    let title = Catalogue.french.text("documents", "register")
    let campaign: String
    let pdf: String
    let csv: String
    let sections: [DossierSection]
    /// The page shows the latest; the files hold all.
    let isCut: Bool
    let isEmpty: Bool

    private static let mostRows = 500

    init(_ address: CampaignAddress, _ outcome: SendingRegister.Outcome) {
        campaign = address.title
        pdf = address.path("registre-des-envois.pdf")
        csv = address.path("registre-des-envois.csv")
        let most = SendingRegisterPage.mostRows
        isCut = outcome.rows.count > most || outcome.requests.count > most
        isEmpty = outcome.rows.isEmpty && outcome.requests.isEmpty
        var dossier = Dossier(outcome.title)
        dossier.add(
            Catalogue.french.text("documents", "copies"), SendingRegister.Outcome.columns,
            Array(outcome.rowsInWords.suffix(most)))
        dossier.add(
            Catalogue.french.text("documents", "analysisRequests"), SendingRegister.Outcome.requestColumns,
            Array(outcome.requests.suffix(most)))
        let time = LocalTime(address.selector.department)
        sections = dossier.sections.enumerated().map { DossierSection($1, time, number: $0 + 1) }
    }

    static let template = Template(
        "sending-register",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        <p class="hint">{{page.campaign}}</p>
        <p class="actions"><a href="{{page.pdf}}">{{t.documents.pdf}}</a>
        <a href="{{page.csv}}">{{t.documents.csv}}</a></p>
        {{#page.isEmpty}}<p class="notice">{{t.documents.noneSent}}</p>{{/page.isEmpty}}
        {{^page.isEmpty}}{{#page.isCut}}<p class="notice">{{t.documents.cut}}</p>{{/page.isCut}}
        {{#page.sections}}<h2>{{title}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list">
        <thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
        <tbody>{{#rows}}<tr>{{#cells}}<td>{{>dossier-cell}}</td>{{/cells}}</tr>
        {{/rows}}</tbody></table></div>
        {{/page.sections}}{{/page.isEmpty}}
        {{/main}}{{/layout}}
        """#)
}
