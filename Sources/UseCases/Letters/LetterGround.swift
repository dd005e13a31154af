import Documents
import Kernel
import Prophylaxis
import Store

/// Why a letter goes out for an intervention: the diseases it is about, and what its deadline counts from.
struct LetterGround: Sendable, Hashable {
    var diseases: [Disease]
    /// A deadline that follows from the facts.
    var lastDay: Day?
    /// Letters written before this day belong to an earlier occasion.
    var since: Day?
}

extension LetterKind {
    /// The work list that this letter answers, nil where the letter has its own ground.
    package var workLists: [WorkListKind] {
        switch self {
        case .reminderNotStarted: [.notStarted]
        case .reminderUnfinished: [.unfinished, .pastDeadline]
        case .complementAfterSerumBank: [.serumBank, .pastDeadline]
        case .tuberculinUnderRealisation: [.tuberculinUnder90]
        case .retestNotification: [.retests]
        case .dairyLaboratoryReminder: [.milkMissing]
        case .visitOutsideCampaign: [.outsideVisits]
        case .warning, .formalNotice, .campaignInformation, .tuberculinReportReminder: []
        }
    }

    /// Whether the letter speaks of what is missing: then statuses are today's before it is written.
    var isReminder: Bool {
        switch self {
        case .reminderNotStarted, .reminderUnfinished, .complementAfterSerumBank, .tuberculinUnderRealisation,
            .dairyLaboratoryReminder:
            true
        default: false
        }
    }

    /// The authority's follow-up that the letter carries out (PRO-316).
    var followUpCode: FollowUpCode? {
        switch self {
        case .warning: .warning
        case .formalNotice: .formalNotice
        default: nil
        }
    }

    /// What motivates the letter; nil where nothing does (table 6, table 7, 6.3, 7.4.3, 11.4.2).
    func ground(_ subject: LetterSubject, _ parameters: CampaignParameters) -> LetterGround? {
        switch self {
        case .campaignInformation: information(subject)
        case .reminderNotStarted, .reminderUnfinished, .tuberculinUnderRealisation, .complementAfterSerumBank:
            reminder(subject, parameters)
        case .retestNotification:
            subject.retest.map {
                LetterGround(diseases: [.brucellosis], lastDay: $0.dueBy, since: $0.orderedOn)
            }
        case .visitOutsideCampaign:
            subject.kind == .outside && !subject.plans.isEmpty
                ? LetterGround(diseases: subject.diseases { _ in true }, lastDay: subject.plannedOn) : nil
        case .tuberculinReportReminder:
            subject.unreportedInjection.map { LetterGround(diseases: [.tuberculosis], since: $0) }
        case .warning, .formalNotice:
            subject.report.flatMap { report in
                report.followUp == followUpCode?.rawValue
                    ? LetterGround(diseases: subject.diseases { _ in true }, since: report.followUpOn) : nil
            }
        case .dairyLaboratoryReminder: nil
        }
    }

    private func information(_ subject: LetterSubject) -> LetterGround? {
        guard subject.kind == .main, !subject.plans.isEmpty else { return nil }
        return LetterGround(diseases: subject.diseases { _ in true })
    }

    private func reminder(_ subject: LetterSubject, _ parameters: CampaignParameters) -> LetterGround? {
        guard subject.kind == .main, !subject.isTreated else { return nil }
        let diseases = subject.diseases { disease in
            subject.states.first { $0.disease == disease }.map { concerns($0, subject) } ?? false
        }
        guard !diseases.isEmpty else { return nil }
        let first = subject.states.filter { diseases.contains($0.disease) }.compactMap(\.startedOn).min()
        return LetterGround(diseases: diseases, lastDay: FollowUpDates(firstVisit: first, in: parameters).lastDay)
    }

    private func concerns(_ state: LetterSubject.State, _ subject: LetterSubject) -> Bool {
        guard subject.plans(for: state.disease).contains(where: { $0.matrix != .milk }) else { return false }
        switch self {
        case .reminderNotStarted: return state.startedOn == nil && (state.requested > 0 || !subject.hasDocument)
        case .reminderUnfinished: return state.startedOn != nil && state.missing > 0
        case .tuberculinUnderRealisation:
            return state.disease == .tuberculosis && state.startedOn != nil && state.tested * 10 < state.requested * 9
        case .complementAfterSerumBank: return state.missing > 0 && subject.serumRefusals[state.disease] != nil
        default: return false
        }
    }
}

extension LetterSubject {
    /// The programmed diseases that fulfil a condition, in the usual order.
    func diseases(where condition: (Disease) -> Bool) -> [Disease] {
        Disease.allCases.filter { disease in plans.contains { $0.disease == disease } && condition(disease) }
    }
}
