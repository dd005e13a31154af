import Kernel
import Prophylaxis
import Register
import UseCases

/// How a parameter is asked for: chosen from what there is, or typed with a word of help.
struct ParameterForm: Sendable {
    let choices: [(value: String, title: String)]
    let keys: [(value: String, title: String)]
    let hint: String

    init(_ entry: ParameterEntry, _ laboratories: [ListLaboratories.Line]) {
        let texts = Catalogue.french
        choices =
            switch entry.format {
            case .method, .methodByCommune: TestMethod.allCases.map { ($0.rawValue, CodeWords.method($0)) }
            case .rule:
                EvaluationProposal.TuberculinRule.allCases.map {
                    ($0.rawValue, ParameterWords.text(of: .string($0.rawValue), .rule))
                }
            case .reportModel:
                TuberculinReportModel.allCases.map {
                    ($0.rawValue, ParameterWords.text(of: .string($0.rawValue), .reportModel))
                }
            case .evaluation:
                EvaluationValue.allCases.map { ($0.rawValue, texts.text("evaluation", $0.rawValue)) }
            case .month: (1...12).map { (String($0), CodeWords.month($0)) }
            case .laboratories:
                [("-", texts.text("parameter", "none"))]
                    + laboratories.filter { !$0.card.isDairyLaboratory }.map { line in
                        let approved = line.card.approvedDiseases.map(CodeWords.disease).joined(separator: ", ")
                        return (line.card.code, "\(line.card.code) – \(line.card.name) (\(approved))")
                    }
            default: []
            }
        keys =
            entry.format == .laboratories
            ? Disease.allCases.map { ($0.rawValue, texts.text("disease", $0.rawValue)) } : []
        hint = texts.text("parameter", "hint-\(ParameterForm.kind(entry.format))")
    }

    private static func kind(_ format: ParameterEntry.Format) -> String {
        switch format {
        case .day, .count, .months, .years, .weeks, .days, .share: "\(format)"
        case .ageMonths: "months"
        case .method, .rule, .evaluation, .reportModel, .month: "choice"
        case .diseases, .classes, .codes, .herds: "\(format)"
        case .laboratories: "laboratories"
        case .methodByCommune, .ageByCommune: "commune"
        }
    }
}

extension ParameterPage {
    init(
        _ view: ShowParameter.View, _ address: CampaignAddress, _ role: Role, _ asked: ParameterForm,
        notices: [Notice], entered: Form?, refused: [Finding]
    ) {
        let (entry, texts) = (view.entry, Catalogue.french)
        title = entry.label
        campaign = address.title
        (back, path) = (address.path("parametres"), address.path("parametres/\(entry.name)"))
        self.notices = notices
        isRefused = !refused.isEmpty
        faults = FieldFaults(refused) { finding in ParameterPage.fields[finding.code] }
        (value, origin, source) = (view.line.value, view.line.origin, view.line.source)
        decisions = view.decisions.map { decision in
            Decision(
                when: LocalTime(address.selector.department).text(decision.at), who: decision.by,
                value: [decision.key, decision.value].compactMap(\.self).joined(separator: " : "),
                reason: decision.reason)
        }
        let isTheirs = entry.isOfAuthority ? Intention.laboratoryAssign : .campaignPrepare
        let may = Access.may(.campaignPrepare).allows(role) && Access.may(isTheirs).allows(role)
        mayChange = may && !view.isClosed
        locked =
            view.isClosed
            ? texts.text("parameter", "closed")
            : !may && entry.isOfAuthority ? texts.text("parameter", "ofAuthority") : nil
        stamp = view.stamp
        takesKey = entry.isMap
        let key = entered?.value("cle") ?? ""
        keys = asked.keys.map { Choice($0.value, $0.title, isChosen: $0.value == key) }
        (hasKeys, typedKey) = (!asked.keys.isEmpty, key)
        let now = entry.isMap ? "" : view.typed[""] ?? ""
        typed = entered?.value("valeur") ?? now
        let chosen = typed
        choices = asked.choices.map { Choice($0.value, $0.title, isChosen: $0.value == chosen) }
        isChoice = !asked.choices.isEmpty
        isDay = entry.format == .day
        hint = asked.hint
        justification = entered?.value("justification") ?? view.justification
        needsReason = !entry.isLocal
        needsEmergency = view.isRunning
        emergency = entered?.value("urgence") ?? ""
    }

    /// Where a finding that names no field belongs.
    private static let fields = [
        CampaignFinding.parameterValue.rawValue: "valeur", CampaignFinding.datesImpossible.rawValue: "valeur",
        CampaignFinding.reasonMissing.rawValue: "justification",
        CampaignFinding.changeDuringCampaign.rawValue: "urgence", CampaignFinding.keyMissing.rawValue: "cle",
        CampaignFinding.parameterUnknown.rawValue: "cle",
    ]
}
