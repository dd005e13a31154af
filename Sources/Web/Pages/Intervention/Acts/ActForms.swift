import Kernel
import Prophylaxis
import UseCases

/// The forms of acts that the page offers to who looks at it, each where its subject stands.
struct ActForms: Sendable {
    /// One for each blood result that the laboratory left open.
    let decisions: [ActForm]
    let serum: [ActForm]
    /// Where the requests to serum banks can be looked at.
    let serumFiles: [DossierPage.Link]
    /// What is entered with its proof.
    let entries: [ActForm]
    /// Animals taken off the list.
    let list: [ActForm]
    /// Reports, notes, retests, decisions, malfunctions, and what is planned.
    let others: [ActForm]
    let hasDecisions: Bool
    let hasSerum: Bool
    let hasEntries: Bool
    let hasList: Bool

    init(_ file: InterventionFile, _ forms: InterventionForms, _ echo: FormEcho, login: String) {
        let maker = ActFormMaker(
            path: "/interventions/\(file.head.number)", basis: [("etat", forms.stamp), ("vu", forms.seenAt)],
            today: forms.today, login: login, echo: echo)
        decisions = ResultDecisions.forms(file, maker)
        serum = SerumActs.forms(file, maker)
        serumFiles = SerumActs.files(file)
        entries = EntryActs.forms(file, maker)
        list = ListActs.forms(file, maker)
        others =
            ReportActs.forms(file, maker) + NoteActs.forms(file, maker) + RetestActs.forms(file, maker)
            + NonCompletionActs.forms(file, maker) + DysfunctionActs.forms(file, maker) + PlanActs.forms(file, maker)
        (hasDecisions, hasSerum) = (!decisions.isEmpty, !serum.isEmpty || !serumFiles.isEmpty)
        (hasEntries, hasList) = (!entries.isEmpty, !list.isEmpty)
    }
}

extension InterventionFile {
    /// The campaign goes on and the intervention is part of it.
    var isOpen: Bool { campaign.isRunning && !head.isWithdrawn }
    /// Neither report nor decision of non-completion stands.
    var isUntreated: Bool { isOpen && standingReport == nil && standingNonCompletion == nil }
    func offers(_ intention: Intention) -> Bool { acts.offered.contains(intention) }
}

extension Disease {
    /// `Brucellose`, as the pages say it.
    var title: String { Catalogue.french.text("disease", rawValue) }
    var choice: Choice { Choice(rawValue, title) }
}
