import Kernel
import Mustache
import UseCases

/// The sampling documents of a campaign by how far they are.
struct DocumentListPage: PageModel {
    struct Tab: Sendable {
        let title: String
        let path: String
        let isCurrent: Bool
    }

    struct Request: Sendable {
        let item: String
        let intervention: String
        let path: String
        let detail: String
        let reason: String

        init(_ line: ListReeditionRequests.Line) {
            item = String(line.item)
            intervention = line.intervention
            path = "/interventions/\(line.intervention)"
            detail = "\(line.holding), \(line.requestedBy), \(line.requestedOn.french)"
            reason = line.reason
        }
    }

    let title = Catalogue.french.text("documents", "title")
    let campaign: String
    let path: String
    /// Short name of a campaign that is not the national one, for the form of the filters.
    let shortName: String?
    let query: DocumentQuery
    let isFiltered: Bool
    let clear: String
    let tabs: [Tab]
    let lines: [DocumentListLine]
    let next: String?
    let register: String
    let answer: String
    /// Stored: templates see stored properties only.
    let isEmpty: Bool
    private(set) var hasRequests = false
    var requests: [Request] = [] { didSet { hasRequests = !requests.isEmpty } }
    var mayEdit = false { didSet { acts = mayEdit ? DocumentBatch.Act.all(at: stage, entered: entered) : [] } }
    /// What may be done with the lines that are ticked; nothing at some stages.
    private(set) var acts: [DocumentBatch.Act] = [] { didSet { hasActs = !acts.isEmpty } }
    private(set) var hasActs = false
    let batch: String
    private let stage: DocumentStage
    private let entered: Form?
    /// Boxes below the list that were ticked when the form was refused.
    let takesAll: Bool
    let validates: Bool
    var notices: [Notice] = []
    var isRefused = false

    /// - Parameter entered: a batch that was refused.
    init(
        _ address: CampaignAddress, _ query: DocumentQuery, _ outcome: ListDocuments.Outcome, entered: Form? = nil
    ) {
        let stage = query.filter.stage
        campaign = address.title
        self.query = query
        path = CampaignAddress(address.selector.department, address.year).path("documents")
        let name = address.selector.name
        shortName = name == CampaignSelector.nationalName ? nil : name
        isFiltered = query.filter.isNarrowed || query.filter.order != .number
        clear = address.path("documents", "etat=\(stage.rawValue)")
        tabs = DocumentStage.allCases.map { other in
            Tab(
                title: Catalogue.french.text("documents", "stage-\(other.rawValue)"),
                path: address.path("documents", query.text(stage: other)), isCurrent: other == stage)
        }
        let chosen = Set(entered?.values("choix") ?? [])
        lines = outcome.lines.map { DocumentListLine($0, isChosen: chosen.contains($0.number)) }
        isEmpty = lines.isEmpty
        next = outcome.next.map { address.path("documents", query.text(after: $0)) }
        register = address.path("registre-des-envois")
        answer = address.path("documents/reedition")
        batch = address.path("documents/lot", query.text())
        self.stage = stage
        self.entered = entered
        (takesAll, validates) = (entered?.value("toutes") != nil, entered?.value("valider") != nil)
    }
}

/// One document; the template asks for its cells by name.
struct DocumentListLine: MustacheParent, Sendable {
    private let line: DocumentLine
    private let isChosen: Bool

    private var isGone: Bool { line.closedOn != nil || line.isEmpty }

    init(_ line: DocumentLine, isChosen: Bool) { (self.line, self.isChosen) = (line, isChosen) }

    func child(named name: String) -> Any? {
        switch name {
        case "number": line.number
        case "isChosen": isChosen
        case "path": "/interventions/\(line.number)"
        case "holding": line.holding
        case "holdingPath": "/elevages/\(line.holding)"
        case "name": line.name
        case "veterinarian": line.veterinarian
        case "planned": line.plannedOn?.french ?? ""
        case "edition": line.edition.map(String.init) ?? ""
        case "state": Catalogue.french.text("documents", "state-\(line.state ?? "none")")
        case "edited": line.editedOn?.french ?? ""
        case "validUntil": line.validUntil?.french ?? ""
        case "sent": line.sentOn?.french ?? ""
        // What was asked for once says nothing where there is nothing left to sample.
        case "animals": isGone ? "0" : String(line.animals)
        case "gone":
            line.closedOn.map { "\(Catalogue.french.text("documents", "closed")) \($0.french)" }
                ?? (line.isEmpty ? Catalogue.french.text("documents", "noCattle") : nil)
        case "pdf": line.state == "validated" ? ["/interventions/\(line.number)/document.pdf"] : [String]()
        case "preview":
            line.state == "validated" ? [String]() : ["/interventions/\(line.number)/document-brouillon.pdf"]
        default: nil
        }
    }
}
