import Kernel
import Mustache
import UseCases

/// What a veterinarian still has to do for an intervention.
enum OwnTask: String, CaseIterable {
    case toVisit, toReport, drafts
}

extension OwnIntervention {
    var tasks: [OwnTask] {
        guard isOpen else { return [] }
        return OwnTask.allCases.filter { task in
            switch task {
            case .toVisit: edition != nil && visitedOn == nil
            case .toReport: hasSkinPlan && isOfficial && edition != nil && injectedOn == nil
            case .drafts: draftSavedAt != nil
            }
        }
    }
}

/// One intervention on the first page of a veterinarian or keeper; the template asks for its cells by name.
struct OwnLine: MustacheParent, Sendable {
    struct Reason: Sendable {
        let disease: String
        let sentences: [String]
    }

    private let own: OwnIntervention
    private let reasons: [Reason]
    private let entersReports: Bool

    init(_ line: ListOwnInterventions.Line, entersReports: Bool) {
        own = line.intervention
        reasons = line.reasons.map { Reason(disease: CodeWords.disease($0.disease), sentences: $0.sentences) }
        self.entersReports = entersReports
    }

    func child(named name: String) -> Any? {
        switch name {
        case "number": own.identity.number
        case "path": "/interventions/\(own.identity.number)"
        case "holding": own.holding
        case "holdingPath": "/elevages/\(own.holding)/\(own.herd.formEncoded)"
        case "name": own.name
        case "herd": "\(own.herd) (\(CodeWords.herdClass(code: own.herdClass)))"
        case "campaign": "\(own.year - 1)-\(own.year)"
        case "planned": own.plannedOn?.french ?? ""
        case "visited": own.visitedOn?.french ?? ""
        case "statuses":
            own.statuses.map { Status(disease: CodeWords.disease($0.disease), status: $0.status?.rawValue ?? "—") }
        case "tasks": entersReports ? own.tasks.map { Catalogue.french.text("own", "one-\($0.rawValue)") } : []
        case "reasons": reasons
        case "document": own.edition == nil ? [String]() : ["/interventions/\(own.identity.number)/\(document)"]
        case "documentState": own.needsDocument ? [Catalogue.french.text("own", "notYet")] : [String]()
        case "validUntil": own.validUntil?.french ?? ""
        case "tuberculin": tuberculin
        default: nil
        }
    }

    /// The keeper's copy has no labels.
    private var document: String { entersReports ? "document.pdf" : "document-eleveur.pdf" }

    private struct Status: Sendable {
        let disease: String
        let status: String
    }

    private struct Report: Sendable {
        let title: String
        let path: String
    }

    /// Nothing, or where the report is entered and how far it is.
    private var tuberculin: [Report] {
        guard own.hasSkinPlan, entersReports, own.isOfficial, own.isOpen || own.injectedOn != nil else { return [] }
        let path = "/interventions/\(own.identity.number)/tuberculination"
        let words = Catalogue.french
        if own.draftSavedAt != nil { return [Report(title: words.text("own", "goOn"), path: path)] }
        if let injectedOn = own.injectedOn {
            let report = own.isOpen ? path : "/interventions/\(own.identity.number)"
            return [Report(title: "\(words.text("own", "received")) \(injectedOn.french)", path: report)]
        }
        return [Report(title: words.text("own", "enter"), path: path)]
    }
}
