import Exchange
import Kernel
import Prophylaxis
import Store

/// An alert as people read it: what came, of which animal, when, from whom, in which file.
struct AlertLine: Sendable {
    let row: AlertRow
    let facts: AlertFacts
    /// Name of the file and of its sender.
    let origin: (file: String, sender: String)?
    /// What the event is, in words: all that its alerts say of it.
    let kinds: [String]

    var isContradiction: Bool { kinds.contains("report-contradicted") }
    var file: Int64? { facts.file ?? SubjectCode.file(row.subject) }

    var sentence: String {
        let what = kinds.map(InterventionWords.work).joined(separator: ", ")
        let about = [facts.about ?? otherSubject].compactMap(\.self) + from
        let words = about.isEmpty ? what : "\(what) : \(about.joined(separator: ", "))"
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private var from: [String] {
        guard let origin else { return file.map { ["fichier n° \($0)"] } ?? [] }
        return [origin.sender, origin.file.isEmpty ? "" : "fichier \(origin.file)"].filter { !$0.isEmpty }
    }

    /// What no fact says better; a number of ours says nothing to anybody.
    private var otherSubject: String? {
        if let day = Day(row.subject) { return "test du \(day.french)" }
        // A laboratory and a month: `LIAL-99 2025-11`.
        let parts = row.subject.split(separator: " ").map(String.init)
        if row.kind == "milk-result-missing", parts.count == 2, let month = Day(parts[1] + "-01") {
            return "laboratoire \(parts[0]), \(CodeWords.month(month.month)) \(month.year)"
        }
        return row.subject.isEmpty || SubjectCode.file(row.subject) != nil ? nil : row.subject
    }
}

/// The facts of an alert, whichever its kind has.
struct AlertFacts: Decodable, Sendable {
    var animal: String?
    var animals: String?
    var interpretation: String?
    var was: String?
    var injectedOn: String?
    var nonNegative: String?
    var holding: String?
    var dossier: String?
    var sampledOn: String?
    var lines: String?
    var reason: String?
    var requestedBy: String?
    var name: String?
    var by: String?
    var text: String?
    var subject: String?
    var producers: Int?
    private var `import`: String?

    var file: Int64? { `import`.flatMap { Int64($0) } }

    /// What cannot be read is left out: the subject of the alert stays.
    init(json: String) {
        do { self = try CanonicalJSON.decode(AlertFacts.self, from: json.utf8) } catch { animal = nil }
    }

    /// The thing itself; nil where the subject of the alert says it.
    var about: String? {
        if let animal { return (["bovin \(animal)"] + (sign.map { [$0] } ?? [])).joined(separator: ", ") }
        if let injectedOn { return tuberculin(injectedOn) }
        if let holding { return milk(holding) }
        if let lines { return lines == "1" ? "1 ligne sans place" : "\(lines) lignes sans place" }
        if let text {
            return [subject.flatMap { AlertFacts.referrals[$0] }, text].compactMap(\.self).joined(separator: ", ")
        }
        if let reason { return [requestedBy, reason].compactMap(\.self).joined(separator: " : ") }
        if let name { return [name, by].compactMap(\.self).joined(separator: ", ") }
        return nil
    }

    private static let referrals = [
        "convention": "convention", "order": "arrêté préfectoral", "exemption": "dérogation au contrôle sérologique",
    ]

    private var sign: String? {
        func words(_ code: String?) -> String? {
            code.flatMap { $0.isEmpty ? nil : Interpretation(rawValue: $0)?.french ?? $0 }
        }
        guard let was = words(was) else { return words(interpretation) }
        return "\(words(interpretation) ?? "sans interprétation") au lieu de \(was)"
    }

    private func tuberculin(_ injectedOn: String) -> String {
        let day = Day(injectedOn)?.french ?? injectedOn
        let names = (animals ?? "").split(separator: ", ")
        let named = names.isEmpty ? nil : "\(names.count == 1 ? "bovin" : "bovins") \(names.joined(separator: ", "))"
        return ["tuberculination du \(day)", named].compactMap(\.self).joined(separator: ", ")
    }

    private func milk(_ holding: String) -> String {
        [
            "lait de l'exploitation \(holding)", sampledOn.flatMap { Day($0) }.map { "prélevé le \($0.french)" },
            dossier.map { "dossier \($0)" }, sign,
        ].compactMap(\.self).joined(separator: ", ")
    }
}

extension Connection {
    /// One line an event and audience, by the number of each of its alerts.
    func alertLines(department: String) throws -> [Int64: AlertLine] {
        try lines(of: openAlertRows(department: department))
    }

    func alertLines(of intervention: InterventionIdentity) throws -> [AlertLine] {
        let rows = try alertRows(of: intervention)
        let lines = try lines(of: rows)
        return rows.compactMap { lines[$0.id] }
    }

    private func lines(of rows: [AlertRow]) throws -> [Int64: AlertLine] {
        let facts = rows.map { AlertFacts(json: $0.facts) }
        let origins = try fileOrigins(
            Set(zip(rows, facts).compactMap { $1.file ?? SubjectCode.file($0.subject) }))
        // An alert that is closed is no longer one with those that are open.
        let kinds = Dictionary(grouping: rows) { [$0.state] + $0.event }.mapValues { same in
            same.map(\.kind).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        }
        return Dictionary(
            uniqueKeysWithValues: zip(rows, facts).map { row, facts in
                let file = facts.file ?? SubjectCode.file(row.subject)
                return (
                    row.id,
                    AlertLine(
                        row: row, facts: facts, origin: file.flatMap { origins[$0] },
                        kinds: kinds[[row.state] + row.event] ?? [row.kind])
                )
            })
    }
}
