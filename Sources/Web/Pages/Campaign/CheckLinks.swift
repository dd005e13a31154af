import Kernel
import Prophylaxis
import Register
import UseCases

/// Where an item of the check-list is dealt with, among the pages.
enum CheckPage: Sendable {
    case parameters(String)
    case settings, verification, laboratories, plans, documents, files, herds, followUp, campaignHerds
    case list(CampaignListKind)

    /// `#criterion` of the list of parameters, or the parameter itself.
    init?(_ code: String) {
        guard let finding = SetupFinding(rawValue: code) else { return nil }
        switch finding {
        case .startsEarly: self = .parameters("/startsOn")
        case .endsLate: self = .parameters("/endsOn")
        case .milkOutsideSlot, .milkOutsideCampaign: self = .parameters("#milk")
        case .wrongTest: self = .parameters("#tests")
        case .ageLimit: self = .parameters("#tuberculin")
        case .namedHerdUnknown: self = .parameters("#herds")
        case .riskHerdOmitted, .herdMissing: self = .parameters("/includedHerds")
        case .herdOfAuthority, .fatteningIncluded, .requalificationIncluded: self = .parameters("/excludedHerds")
        case .delegationDiffers: self = .parameters("/delegatedDiseases")
        case .laboratoryDiffers, .setupWithoutLaboratory: self = .parameters("/laboratories")
        case .regionalDiffers, .deviationUnjustified, .criterionNotReviewed, .nothingProgrammed: self = .parameters("")
        case .conventionMissing, .conventionIncomplete, .orderMissing, .classRulesMissing: self = .settings
        case .laboratoryLabel, .laboratoryUnknown, .laboratoryNotApproved: self = .laboratories
        case .planWithoutLaboratory: self = .plans
        case .documentLaboratory: self = .documents
        case .authorisationsDue, .authorisationsOverdue, .authorisationIncomplete, .screeningUndefined,
            .screeningPhase, .producerWithoutDairyHerd, .dairyHerdWithoutProducer, .diseaseWithoutPlan,
            .milkYearsUneven, .exemptionWrong, .communeWrong:
            self = .files
        case .herdWithoutCattle: self = .herds
        case .programmedElsewhere, .wrongMatrix, .bothMatrices, .planMissing, .withoutVeterinarian: self = .followUp
        case .interventionMissing, .transferMissing: self = .campaignHerds
        case .settingsNotVerified: self = .verification
        case .vetsNotInformed: self = .list(.practices)
        case .farmersNotInformed: self = .list(.farmers)
        case .milkGap: self = .list(.reprogram)
        }
    }

    /// Who may open the page.
    var access: Access {
        switch self {
        case .campaignHerds: .may(.interventionAdd)
        case .verification: .may(.registerRead)
        case .files: .may(.importRead)
        case .documents: .may(.documentRead)
        case .herds: .may(.herdRead)
        case .parameters, .settings, .laboratories, .plans, .followUp, .list: .may(.campaignRead)
        }
    }

    func path(of campaign: CampaignAddress) -> String {
        let department = campaign.selector.department.formEncoded
        switch self {
        case .parameters(let part) where part.hasPrefix("#"): return campaign.path("parametres") + part
        case .parameters(let part): return campaign.path("parametres" + part)
        case .settings: return "/parametres/\(department)"
        case .verification: return "/parametres/\(department)/verification"
        case .campaignHerds: return campaign.path("ateliers")
        case .list(let kind): return campaign.path("listes/\(kind.rawValue)")
        case .laboratories: return "/parametres/\(department)/laboratoires"
        case .plans: return campaign.path("laboratoires")
        case .documents: return campaign.path("documents")
        case .files: return "/fichiers"
        case .herds: return "/elevages"
        case .followUp: return campaign.path("suivi")
        }
    }

    var title: String {
        let key =
            switch self {
            case .parameters: "parameters"
            case .settings: "settings"
            case .laboratories: "laboratories"
            case .plans: "plans"
            case .documents: "documents"
            case .files: "files"
            case .herds: "herds"
            case .followUp: "followUp"
            case .verification: "verification"
            case .campaignHerds: "campaignHerds"
            case .list: "list"
            }
        return Catalogue.french.text("check", key)
    }
}

/// One item of the check-list on a page.
struct CheckLine: Sendable {
    let kind: String
    let sentence: String
    let wayOut: String?
    let link: DossierPage.Link?

    /// - Parameter role: who looks, to be led to pages that are open to them; nil leads nowhere.
    init(_ item: CheckItem, _ campaign: CampaignAddress, for role: Role?) {
        let notice = Notice(item.finding)
        (kind, sentence, wayOut) = (notice.kind, notice.sentence, notice.wayOut)
        link = CheckPage(item.finding.code).flatMap { $0.access.allows(role) ? $0 : nil }.map {
            .init(title: $0.title, path: $0.path(of: campaign))
        }
    }

    static let template = Template(
        "check",
        #"""
        <div class="notice {{kind}}"><p>{{sentence}}</p>
        {{#wayOut}}<p><span class="way">{{t.fault.way}} :</span> {{.}}</p>{{/wayOut}}
        {{#link}}<p><a href="{{path}}">{{title}}</a></p>{{/link}}</div>
        """#)
}
