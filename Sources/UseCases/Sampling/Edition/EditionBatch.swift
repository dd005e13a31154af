import Kernel
import Programmes
import Prophylaxis
import Register
import Store

/// What a run over many documents has in common.
struct EditionBatch: Sendable {
    enum Mode: Sendable {
        case edit(EditChoice)
        case validate(ValidateChoice)
    }

    let campaign: DocumentCampaign
    let context: Context
    let reference: ReferenceDay
    let mode: Mode
    /// The documents were named one by one: what cannot be done is refused, not passed over.
    let isNamed: Bool

    init(_ campaign: DocumentCampaign, _ context: Context, _ reference: ReferenceDay, _ mode: Mode, isNamed: Bool) {
        self.campaign = campaign
        self.context = context
        self.reference = reference
        self.mode = mode
        self.isNamed = isNamed
    }

    var today: Day { context.today }
    var now: String { context.now }
    var actor: Actor { context.actor }

    /// Whether the lists are frozen by this run.
    var freezes: Bool {
        switch mode {
        case .edit(let choice): choice.validates
        case .validate: true
        }
    }

    /// What there is to do for an intervention.
    enum Plan {
        case todo(EditionTask)
        case leave(Finding?)
    }

    func plan(_ subject: DocumentSubject) -> Plan {
        guard subject.needsDocument else {
            return .leave(isNamed ? Finding(SamplingFinding.notNeeded, .info, subject.facts) : nil)
        }
        switch mode {
        case .edit(let choice): return plan(subject, choice)
        case .validate: return planValidation(subject)
        }
    }

    private func plan(_ subject: DocumentSubject, _ choice: EditChoice) -> Plan {
        if choice.again {
            guard subject.standing != nil else {
                return .leave(Finding(SamplingFinding.notValidatedYet, isNamed ? .refused : .info, subject.facts))
            }
        } else if let standing = subject.standing {
            let finding = Finding(
                SamplingFinding.alreadyValidated, .info,
                ["intervention": subject.number, "edition": String(standing.number)])
            return .leave(isNamed ? finding : nil)
        }
        let number = subject.draft?.number ?? (subject.latest?.number ?? 0) + 1
        let seed =
            choice.seed ?? subject.standing.map { UInt64($0.seed) } ?? DocumentSeed.of(intervention: subject.number)
        return .todo(
            EditionTask(
                subject: subject, number: number, editedOn: today, referenceDate: reference.day(of: subject) ?? today,
                display: choice.display, seed: seed, request: choice.request, isDesignated: subject.isRetest))
    }

    private func planValidation(_ subject: DocumentSubject) -> Plan {
        guard let draft = subject.draft else {
            guard isNamed else { return .leave(nil) }
            if let standing = subject.standing {
                return .leave(
                    Finding(
                        SamplingFinding.alreadyValidated, .info,
                        ["intervention": subject.number, "edition": String(standing.number)]))
            }
            return .leave(Finding(SamplingFinding.draftMissing, .refused, subject.facts))
        }
        var task = EditionTask(
            subject: subject, number: draft.number, editedOn: today, referenceDate: draft.referenceDate,
            display: DocumentDisplay(draft.display) ?? DocumentDisplay(.all), seed: UInt64(draft.seed),
            isDesignated: subject.isRetest)
        if let veterinarian = draft.requestedBy {
            task.request = VeterinarianRequest(veterinarian: veterinarian, trace: draft.requestTrace ?? "")
        }
        return .todo(task)
    }

    // MARK: The edition that comes of it

    /// A finding when the facts have changed since the draft that is being validated.
    func changeSinceDraft(_ task: EditionTask, _ digest: ContentDigest) -> Finding? {
        guard case .validate(let choice) = mode, let draft = task.subject.draft?.factsDigest, draft != digest.hex else {
            return nil
        }
        return Finding(
            SamplingFinding.changedSinceDraft, choice.onlyUnchanged ? .refused : .info, task.subject.facts)
    }

    func edition(of task: EditionTask, _ digest: ContentDigest) throws -> EditionRow {
        var edition = EditionRow(
            intervention: task.subject.id, number: task.number, state: freezes ? .validated : .draft,
            editedOn: task.editedOn, referenceDate: task.referenceDate)
        edition.display = task.display.description
        edition.seed = Int64(task.seed)
        edition.ruleVersion = DocumentSelection.version
        edition.requestedBy = task.request?.veterinarian
        edition.requestTrace = task.request?.trace
        edition.factsDigest = digest.hex
        if freezes {
            edition.validatedAt = now
            edition.validatedBy = actor.login
            edition.validUntil = try dates(of: task).validUntil
        }
        return edition
    }

    func dates(of task: EditionTask) throws -> DocumentDates.Decision {
        var validUntil: Day?
        if case .validate(let choice) = mode { validUntil = choice.validUntil }
        return try DocumentDates.decide(
            .init(
                editedOn: task.editedOn, referenceDate: task.referenceDate, plannedVisit: task.subject.plannedOn,
                validatedOn: freezes ? today : nil, validUntil: validUntil), campaign.parameters.documents)
    }
}

extension DocumentSubject {
    /// A retest is for the animals that made it necessary, not for a selection (PRO-263).
    var isRetest: Bool { kind == .retest }
}
