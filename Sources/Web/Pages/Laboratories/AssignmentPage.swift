import Kernel
import Prophylaxis
import Register
import UseCases

/// Which laboratory analyses the blood of a campaign: by disease, for the plans that have none yet, for one holding.
struct AssignmentPage: PageModel {
    let title = Catalogue.french.text("laboratory", "plans")
    let campaign: String
    let overview: String
    let path: String
    let byDisease: String
    let cards: String
    let notices: [Notice]
    let isRefused: Bool
    let faults: FieldFaults
    let checks: [CheckLine]
    let mayAssign: Bool
    let diseases: [Choice]
    let laboratories: [Choice]
    let intervention: String
    let reason: String

    init(
        _ address: CampaignAddress, _ lines: [ListLaboratories.Line], _ checks: [CheckItem], _ role: Role,
        notices: [Notice], entered: Form?, refused: [Finding]
    ) {
        campaign = address.title
        (overview, path) = (address.path(""), address.path("laboratoires"))
        byDisease = address.path("parametres/laboratories")
        cards = "/parametres/\(address.selector.department.formEncoded)/laboratoires"
        self.notices = notices
        isRefused = !refused.isEmpty
        faults = FieldFaults(refused) { finding in AssignmentPage.fields[finding.code] }
        self.checks = checks.map { CheckLine($0, address, for: role) }
        mayAssign = Access.may(.laboratoryAssign).allows(role)
        diseases = Disease.allCases.map {
            Choice(
                $0.rawValue, Catalogue.french.text("disease", $0.rawValue),
                isChosen: entered?.value("maladie") == $0.rawValue)
        }
        laboratories = lines.filter { !$0.card.isDairyLaboratory }.map { line in
            Choice(
                line.card.code, "\(line.card.code) – \(line.card.name)",
                isChosen: entered?.value("laboratoire") == line.card.code)
        }
        intervention = entered?.value("intervention") ?? ""
        reason = entered?.value("motif") ?? ""
    }

    private static let fields = [
        CampaignFinding.reasonMissing.rawValue: "motif",
        CampaignFinding.interventionUnknown.rawValue: "intervention",
        CampaignFinding.planUnknown.rawValue: "intervention",
        CampaignFinding.laboratoryNotApproved.rawValue: "laboratoire",
        CampaignFinding.laboratoryUnknown.rawValue: "laboratoire",
    ]

    static let template = Template(
        "assignment",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="{{page.overview}}">{{page.campaign}}</a></p>
        <h1>{{title}}</h1>
        {{>notices}}
        <p class="actions"><a href="{{page.byDisease}}">{{t.laboratory.byDisease}}</a>
        <a href="{{page.cards}}">{{t.laboratory.all}}</a></p>
        {{^page.checks}}<p class="notice done">{{t.laboratory.complete}}</p>{{/page.checks}}
        {{#page.checks}}{{>check}}{{/page.checks}}
        {{#page.mayAssign}}<form class="card narrow" method="post" action="{{page.path}}">
        <input type="hidden" name="_form" value="{{form}}">
        <p class="hint" id="aide">{{t.laboratory.assignHint}}</p>
        <p><label for="maladie">{{t.home.disease}}</label><select id="maladie" name="maladie">
        {{#page.diseases}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>
        {{/page.diseases}}</select></p>
        <p><label for="laboratoire">{{t.laboratory.one}}</label>
        {{#page.faults.laboratoire}}<span class="fault" id="faute-laboratoire">{{sentence}} {{wayOut}}</span>
        {{/page.faults.laboratoire}}<select id="laboratoire" name="laboratoire"
        {{#page.faults.laboratoire}} aria-invalid="true" aria-describedby="faute-laboratoire"
        {{/page.faults.laboratoire}}>{{#page.laboratories}}<option
        value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/page.laboratories}}</select></p>
        <p><label for="intervention">{{t.laboratory.intervention}}</label>
        {{#page.faults.intervention}}<span class="fault" id="faute-intervention">{{sentence}} {{wayOut}}</span>
        {{/page.faults.intervention}}<input id="intervention" name="intervention" value="{{page.intervention}}"
        inputmode="numeric" aria-describedby="aide{{#page.faults.intervention}} faute-intervention
        {{/page.faults.intervention}}"></p>
        <p><label for="motif">{{t.settings.reason}}</label>
        {{#page.faults.motif}}<span class="fault" id="faute-motif">{{sentence}} {{wayOut}}</span>{{/page.faults.motif}}
        <input id="motif" name="motif" value="{{page.reason}}" required
        {{#page.faults.motif}} aria-invalid="true" aria-describedby="faute-motif"{{/page.faults.motif}}></p>
        <p><button class="primary">{{t.laboratory.assign}}</button></p></form>{{/page.mayAssign}}
        {{/main}}{{/layout}}
        """#)
}
