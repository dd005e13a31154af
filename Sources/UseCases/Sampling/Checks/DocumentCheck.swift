import Kernel
import Programmes
import Prophylaxis
import Store

/// The checks of one chunk of interventions.
struct DocumentCheck {
    let connection: Connection
    let campaign: DocumentCampaign
    let today: Day

    func findings(_ filter: InterventionFilter) throws -> [Finding] {
        let subjects = try connection.documentSubjects(campaign: campaign.id, filter).filter(\.needsDocument)
        let dispatches = Dictionary(
            grouping: try connection.dispatches(campaign: campaign.id, filter).filter { $0.copy == .labels },
            by: \.intervention)
        let lists = Dictionary(
            grouping: try connection.requestedAnimals(campaign: campaign.id, filter).map(\.row), by: \.intervention)
        return try subjects.flatMap { subject -> [Finding] in
            let sent = (dispatches[subject.id] ?? []).filter { $0.sentOn != nil }
            let list = lists[subject.id] ?? []
            return try timing(subject, sent) + versions(subject, sent) + problems(subject, dispatches[subject.id] ?? [])
                + (try regulation(subject, list)) + people(subject) + cancellations(subject, list)
        }
    }

    /// PRO-142, PRO-155, PRO-156: there, sent, and still valid when the veterinarian comes.
    private func timing(_ subject: DocumentSubject, _ sent: [DispatchRow]) throws -> [Finding] {
        var findings: [Finding] = []
        if let draft = subject.draft, subject.standing == nil || draft.editedOn < today {
            findings.append(
                Finding(
                    SamplingFinding.draftLeft, .warning,
                    [
                        "intervention": subject.number, "holding": subject.holding, "edited": draft.editedOn.french,
                    ]))
        }
        guard let visit = subject.plannedOn else { return findings }
        let deliveredBy = visit.adding(days: -campaign.parameters.documents.deliveryDaysBefore)
        let facts: KeyValuePairs = [
            "intervention": subject.number, "holding": subject.holding, "visit": visit.french,
        ]
        guard let standing = subject.standing else {
            if today >= deliveredBy { findings.append(Finding(SamplingFinding.missing, .warning, facts)) }
            return findings
        }
        let firstSent = sent.compactMap(\.sentOn).min()
        if today > deliveredBy, (firstSent ?? today) > deliveredBy {
            findings.append(Finding(SamplingFinding.notSentInTime, .warning, facts))
        }
        return findings + (try parameters(subject, standing))
    }

    /// PRO-133, PRO-146, PRO-156: the parameters of the edition against the planned visit.
    private func parameters(_ subject: DocumentSubject, _ standing: EditionRow) throws -> [Finding] {
        let dates = try DocumentDates.decide(
            .init(
                editedOn: standing.editedOn, referenceDate: standing.referenceDate, plannedVisit: subject.plannedOn,
                validatedOn: standing.editedOn, validUntil: standing.validUntil), campaign.parameters.documents)
        let facts: KeyValuePairs = [
            "intervention": subject.number, "visit": subject.plannedOn?.french ?? "",
            "editableFrom": dates.editableFrom?.french ?? "", "validUntil": dates.validUntil.french,
            "referenceDate": standing.referenceDate.french,
        ]
        // Whether it was delivered in time is seen from what was sent.
        return dates.warnings.filter { $0 != .deliveredTooLate }.map { Finding($0.finding, .warning, facts) }
    }

    /// PRO-157, PRO-158: what was sent last is the validated edition, and left during the campaign.
    private func versions(_ subject: DocumentSubject, _ sent: [DispatchRow]) -> [Finding] {
        guard let last = sent.last, let standing = subject.standing else { return [] }
        var findings: [Finding] = []
        if last.edition != standing.number {
            let facts: KeyValuePairs = [
                "intervention": subject.number, "sent": String(last.edition), "standing": String(standing.number),
            ]
            findings.append(Finding(SamplingFinding.sentInAnotherVersion, .warning, facts))
        }
        if let day = last.sentOn, day > campaign.parameters.endsOn, subject.kind == .main {
            let facts: KeyValuePairs = ["intervention": subject.number, "sent": day.french]
            findings.append(Finding(SamplingFinding.sentAfterCampaign, .warning, facts))
        }
        return findings
    }

    /// PRO-159, PRO-160: an incident stays open until a later copy was sent.
    private func problems(_ subject: DocumentSubject, _ copies: [DispatchRow]) -> [Finding] {
        guard let trouble = copies.last(where: { $0.problem != nil }), let problem = trouble.problem,
            !copies.contains(where: { $0.id > trouble.id && $0.sentOn != nil })
        else { return [] }
        return [
            Finding(SamplingFinding.problemOpen, .warning, ["intervention": subject.number, "problem": problem])
        ]
    }

    /// PRO-143: the share of the standing list against the national numbers, whatever the campaign set. PRO-145: a list
    /// without any animal is for analysis.
    private func regulation(_ subject: DocumentSubject, _ list: [RequestedAnimalRow]) throws -> [Finding] {
        guard let standing = subject.standing, let digest = standing.factsDigest.flatMap(ContentDigest.init(hex:))
        else { return [] }
        let frozen = try CanonicalJSON.decode(FrozenDocument.self, from: connection.blob(digest).bytes)
        let live = list.filter { !$0.isCancelled && $0.firstEdition > 0 }
        if frozen.decision.requested.isEmpty, live.isEmpty {
            let facts: KeyValuePairs = [
                "intervention": subject.number, "holding": subject.holding, "cattle": String(frozen.animals.count),
            ]
            return [Finding(SamplingFinding.zeroBovine, .info, facts)]
        }
        let bits = subject.diseases(by: .blood)
        guard bits != 0, frozen.designated == nil else { return [] }
        let national = try SamplingSelection.decide(
            .init(referenceDate: frozen.referenceDate, seed: frozen.seed, animals: frozen.animals.map(\.facts)), .init()
        )
        let requested = live.count { $0.diseases & bits != 0 }
        guard requested < national.required else { return [] }
        let facts: KeyValuePairs = [
            "intervention": subject.number, "holding": subject.holding, "requested": String(requested),
            "required": String(national.required),
        ]
        return [Finding(SamplingFinding.belowRegulation, .warning, facts)]
    }

    /// PRO-144.
    private func people(_ subject: DocumentSubject) -> [Finding] {
        guard let expected = subject.healthVeterinarian(on: today), expected != subject.veterinarian else { return [] }
        return [Finding(SamplingFinding.wrongVeterinarian, .warning, subject.facts)]
    }

    /// Decision 7: a cancelled list is replaced; late cancellations are shown to the authority.
    private func cancellations(_ subject: DocumentSubject, _ list: [RequestedAnimalRow]) -> [Finding] {
        var findings: [Finding] = []
        if subject.editions.contains(where: { $0.state == .cancelled }), subject.standing == nil {
            findings.append(Finding(SamplingFinding.cancelledWithoutEdition, .warning, subject.facts))
        }
        let struckOff = list.count(where: \.isStruckOff)
        if struckOff > 0 {
            let facts: KeyValuePairs = [
                "intervention": subject.number, "holding": subject.holding, "cancelled": String(struckOff),
                "requested": String(list.count { !$0.isCancelled }),
            ]
            findings.append(Finding(SamplingFinding.lateCancellations, .warning, facts))
        }
        return findings
    }
}
