import Exchange
import Kernel
import Prophylaxis
import Store

/// What an intervention asks of the people of a herd, and what its results mean, in their words.
struct OwnWords {
    let veterinarian: String?
    let campaignEndsOn: Day
    let today: Day

    let withdrawn = "Cette intervention est retirée de la campagne : rien n'est à faire."

    func reported(_ value: ReportValue, _ day: Day) -> String {
        let issued = "Terminé : le rapport d'inspection est émis le \(day.french), "
        switch value {
        case .compliant: return issued + "«\u{A0}A, conforme\u{A0}». Rien n'est à faire."
        case .administrativeNonCompliance:
            return issued
                + "«\u{A0}B, non-conformité administrative\u{A0}». La DD(CS)PP décide des suites et vous les écrit."
        case .sanitaryNonCompliance:
            return issued
                + "«\u{A0}C, non-conformité sanitaire\u{A0}». La DD(CS)PP décide des suites et vous les écrit."
        case .notAssessable: return issued + "«\u{A0}PE, pas évaluable\u{A0}»."
        }
    }

    func notDone(_ code: NonCompletionCode, _ day: Day) -> String {
        "Une décision de non réalisation est prise le \(day.french) (\(code.french)) : rien n'est à faire."
    }

    func retest(_ retest: RetestEntry) -> String {
        let what = retest.matrix == .milk ? "sur lait" : "par prise de sang"
        let until = retest.dueBy.map { ", au plus tard le \($0.french)" } ?? ""
        let number = retest.number.map { " (intervention \($0))" } ?? ""
        return "Un recontrôle de brucellose \(what) est ordonné le \(retest.orderedOn.french)\(until)\(number)."
    }

    /// What is left to do for a disease, one sentence a test; nothing where all is done.
    func todo(_ plans: [RequestedPlanRow], _ state: ShownState?) -> [String] {
        plans.compactMap { plan in
            (plan.matrix == .milk ? milk(plan, state) : visit(plan, state)).map {
                "\(name(plan.disease)) : \($0)"
            }
        }
    }

    private func milk(_ plan: RequestedPlanRow, _ state: ShownState?) -> String? {
        guard state?.milkFirstOn == nil else { return nil }
        let month = plan.dueMonth.map { " de \(CodeWords.month($0.month)) \($0.year)" } ?? ""
        return "le lait de mélange\(month) est analysé par le laboratoire laitier ; vous n'avez rien à faire."
    }

    private func visit(_ plan: RequestedPlanRow, _ state: ShownState?) -> String? {
        let isSkin = plan.matrix == .skin
        let act = isSkin ? "tuberculination (injection, puis lecture trois jours après)" : "prise de sang"
        guard let state, state.requested > 0 else {
            return "\(act) prévue ; le document qui nomme les bovins n'est pas encore édité."
        }
        let left = state.requested - state.tested
        guard left > 0 else { return nil }
        if let visited = state.startedOn {
            return "visite faite le \(visited.french) ; \(results(left)) sur \(state.requested) "
                + "\(left == 1 ? "est attendu" : "sont attendus"). Un bovin qui n'a pas été vu reste à faire \(limit)."
        }
        return "\(act) de \(state.requested == 1 ? "1 bovin" : "\(state.requested) bovins"), par "
            + "\(veterinarian ?? "votre vétérinaire sanitaire"), \(limit)."
    }

    private func results(_ count: Int) -> String { count == 1 ? "1 résultat" : "\(count) résultats" }

    private var limit: String {
        today > campaignEndsOn
            ? "sans tarder : la campagne a pris fin le \(campaignEndsOn.french)"
            : "au plus tard le \(campaignEndsOn.french)"
    }

    func figures(_ plans: [RequestedPlanRow], _ state: ShownState?) -> String? {
        guard let state, state.requested > 0, !isMilk(plans) else { return nil }
        let tested = state.tested < 2 ? "\(state.tested) bovin testé" : "\(state.tested) bovins testés"
        let found = state.nonNegative < 2 ? "\(state.nonNegative) non négatif" : "\(state.nonNegative) non négatifs"
        let doubtful = state.doubtfulSeen > 0 ? ", \(state.doubtfulSeen) douteux" : ""
        return "\(tested) sur \(state.requested), \(found)\(doubtful)"
    }

    func meaning(_ plans: [RequestedPlanRow], _ state: ShownState?) -> String {
        guard let state else { return "Rien n'est encore arrivé." }
        if state.doubtfulSeen > 0 || state.awaitingDecision > 0, state.status != .sanitaryAnomaly {
            return "Un résultat au moins n'est pas tranché : l'autorité en décide, et vous serez prévenu."
        }
        switch state.status {
        case .withoutObject:
            return plans.isEmpty
                ? "Cette maladie n'est pas dépistée cette année dans cet atelier."
                : "Rien n'est encore arrivé : le document de prélèvement n'est pas édité."
        case .withoutAnomaly:
            return isMilk(plans)
                ? "Le lait du troupeau est analysé : rien d'anormal." : "Les résultats reçus sont tous négatifs."
        case .sanitaryAnomaly:
            return "Un résultat au moins n'est pas négatif. La DD(CS)PP décide de la suite et vous l'écrit."
        case .administrativeAnomaly: return "Ce qui est fait n'est pas complet, ou pas dans les délais."
        case .inProgress: return "Tout n'est pas encore arrivé."
        }
    }

    private func isMilk(_ plans: [RequestedPlanRow]) -> Bool {
        !plans.isEmpty && plans.allSatisfy { $0.matrix == .milk }
    }

    private func name(_ disease: Disease) -> String {
        let word = CodeWords.disease(disease)
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    /// Codes of the tables that no vocabulary has turned into words before.
    static func cell(_ value: String, in column: String, of table: String) -> String {
        switch column {
        case "Maladie": return Disease(rawValue: value).map(CodeWords.disease) ?? value
        case "Résultat", "Interprétation", "Décision":
            if value.isEmpty { return column == "Résultat" ? "ininterprétable" : "" }
            return Interpretation(rawValue: value)?.french ?? value
        case "Motif": return UntestedReasonCode(rawValue: value)?.french ?? value
        default: return value
        }
    }
}
