import Kernel
import Prophylaxis
import UseCases

/// What happened to an intervention, the latest first: from the decisions, papers and words about it.
struct TimelineEvent: Sendable {
    /// Sorts: a day, or an instant.
    let at: String
    var when: String
    let what: String
    let who: String?

    private init(_ at: String, _ what: String, by who: String? = nil) {
        self.at = at
        when = Day(at)?.french ?? at
        self.what = what
        self.who = who
    }

    static func all(_ file: InterventionFile) -> [TimelineEvent] {
        let texts = Catalogue.french
        func say(_ key: String, _ more: String = "") -> String { texts.text("timeline", key) + more }
        var events: [TimelineEvent] = []
        for edition in file.editions where edition.state != "draft" {
            events.append(
                TimelineEvent(
                    edition.validatedAt ?? edition.editedOn.description, say("document", " n° \(edition.number)"),
                    by: edition.validatedBy))
        }
        for part in file.diseases {
            guard let state = part.state else { continue }
            let name = texts.text("disease", part.disease.rawValue).lowercased()
            if let day = state.startedOn { events.append(.init(day.description, say("visit", " : \(name)"))) }
            if let day = state.lastResultOn { events.append(.init(day.description, say("result", " : \(name)"))) }
        }
        events += file.evaluations.map {
            TimelineEvent($0.at, say("evaluation", " \($0.disease.rawValue) : \($0.value.rawValue)"), by: $0.by)
        }
        for retest in file.retests {
            events.append(.init(retest.orderedOn.description, say("retest"), by: retest.by))
            if let day = retest.closedOn { events.append(.init(day.description, say("retestClosed"))) }
        }
        for decision in file.nonCompletions {
            events.append(
                .init(
                    decision.decidedOn.description, say("nonCompletion", " \(decision.code.rawValue)"), by: decision.by)
            )
            if let day = decision.revokedOn {
                events.append(.init(day.description, say("nonCompletionRevoked"), by: decision.revokedBy))
            }
        }
        for report in file.reports {
            events.append(
                .init(
                    report.issuedOn.description, say("report", " \(report.value.rawValue), version \(report.version)"),
                    by: report.inspector))
            if let day = report.invalidatedOn { events.append(.init(day.description, say("invalidated"))) }
        }
        events += file.followUps.map {
            TimelineEvent($0.decidedOn.description, texts.text("followUpCode", $0.code.rawValue), by: $0.by)
        }
        events += file.letters.map {
            TimelineEvent(
                $0.writtenOn.description, say("letter", " : \(LetterChoice(rawValue: $0.kind)?.title ?? $0.kind)"),
                by: $0.writtenBy)
        }
        events += file.notes.map { TimelineEvent($0.writtenAt, texts.text("note", $0.kind), by: $0.writtenBy) }
        for piece in file.attachments {
            events.append(TimelineEvent(piece.addedAt, say("attachment", " : \(piece.name)"), by: piece.addedBy))
            if let at = piece.withdrawnAt {
                events.append(TimelineEvent(at, say("attachmentGone", " : \(piece.name)"), by: piece.withdrawnBy))
            }
        }
        let time = LocalTime(file.campaign.selector.department)
        return events.sorted { $0.at > $1.at }.map { event in
            var event = event
            event.when = time.text(event.when)
            return event
        }
    }
}
