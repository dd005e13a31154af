import Store

/// Where a use case says what was read.
package struct ReadDesk: Sendable {
    let log: ReadLog
    let seconds: Int
    package var door = Door.page
}

extension Context {
    func noteRead(_ object: ReadObject) {
        reads?.log.note(object, by: actor, reads?.door ?? .page, at: reads?.seconds ?? 0)
    }
}

// What counts as reading one thing. Lists, counts and searches do not: rights bound them, and they say little of one.

extension ReadHerd {
    package func reads(_ outcome: Outcome) -> ReadObject? {
        ReadObject(.herd, "\(herd.holding)/\(herd.code)", in: herd.department)
    }
}

extension ReadAnimal {
    package func reads(_ outcome: Outcome) -> ReadObject? {
        ReadObject(.animal, animal.number.description, in: animal.department)
    }
}

extension ReadInterventionRecord {
    package func reads(_ outcome: Outcome) -> ReadObject? { ReadObject(.intervention, of: intervention) }
}

extension ShowHerd {
    package func reads(_ outcome: Outcome) -> ReadObject? {
        ReadObject(.herd, "\(herd.holding)/\(herd.code)", in: herd.department)
    }
}

extension ShowAnimal {
    package func reads(_ outcome: Outcome) -> ReadObject? {
        ReadObject(.animal, animal.number.description, in: animal.department)
    }
}

extension ShowIntervention {
    package func reads(_ outcome: Outcome) -> ReadObject? { ReadObject(.intervention, of: intervention) }
}

extension ReadInterventionFile {
    package func reads(_ outcome: Outcome) -> ReadObject? { ReadObject(.intervention, of: intervention) }
}

extension ReadIntervention {
    package func reads(_ outcome: Outcome) -> ReadObject? {
        ReadObject(.intervention, number, in: outcome.head.identity.department)
    }
}

extension ListInterventionResults {
    package func reads(_ outcome: Outcome) -> ReadObject? { ReadObject(.intervention, of: intervention) }
}

extension PageHerdAnimals {
    package func reads(_ outcome: Outcome) -> ReadObject? {
        ReadObject(.herd, "\(herd.holding)/\(herd.code)", in: herd.department)
    }
}

extension OpenTuberculinEntry {
    package func reads(_ outcome: Outcome) -> ReadObject? { ReadObject(.intervention, of: intervention) }
}

extension ReadDocument {
    package func reads(_ outcome: Outcome) -> ReadObject? { ReadObject(.paper, of: intervention) }
}

extension ReadSerumRequest {
    package func reads(_ outcome: Outcome) -> ReadObject? { ReadObject(.paper, of: intervention) }
}

extension ReadStoredDocument {
    package func reads(_ outcome: Outcome) -> ReadObject? { ReadObject(.paper, of: intervention) }
}

extension ReadReportDocument {
    package func reads(_ outcome: Outcome) -> ReadObject? { ReadObject(.paper, of: intervention) }
}

extension ReadAnalysisRequestFile {
    package func reads(_ outcome: Outcome) -> ReadObject? { ReadObject(.paper, of: intervention) }
}

extension ReadObject {
    fileprivate init(_ kind: Kind, of intervention: InterventionIdentity) {
        self.init(kind, intervention.number, in: intervention.department)
    }
}

extension ReadAttachment {
    package func reads(_ outcome: Outcome) -> ReadObject? { ReadObject(.paper, of: intervention) }
}

extension ReadOwnLetter {
    package func reads(_ outcome: Outcome) -> ReadObject? {
        ReadObject(.paper, outcome.intervention, in: outcome.department)
    }
}

extension PreviewDocument {
    package func reads(_ outcome: PrintedFile) -> ReadObject? { ReadObject(.paper, of: intervention) }
}
