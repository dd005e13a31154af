import Exchange
import Kernel
import Prophylaxis

extension TypedTuberculin {
    /// The form understood, or each thing that cannot be, at its field (`Place.column`).
    struct Reading: Sendable {
        var input: TuberculinInput?
        var findings: [Finding] = []
    }

    /// - Parameter sender: order number of the veterinarian who sends it himself; nil where a service types a paper.
    func read(_ sheet: TuberculinSheet, number: String, sender: String?, today: Day) -> Reading {
        var desk = FormDesk(form: self)
        let method = SkinMethodCode(rawValue: self[Field.method].isEmpty ? sheet.method : self[Field.method])
        if method == nil { desk.unreadable(Field.method) }
        let injectedOn = desk.day(Field.injectedOn)
        if self[Field.injectedOn].isEmpty { desk.tell(OwnFinding.injectionMissing, .refused, Field.injectedOn) }
        let (readOn, receivedOn) = (desk.day(Field.readOn), sender == nil ? desk.day(Field.receivedOn) : nil)
        for (field, day) in [(Field.injectedOn, injectedOn), (Field.readOn, readOn), (Field.receivedOn, receivedOn)] {
            if let day, day > today {
                desk.tell(ResultsFinding.dateInFuture, .refused, field, ["date": day.french])
            }
        }
        desk.checkWindow(injectedOn, readOn)
        let counted = method.map { CountedAnimals(self, sheet, $0, &desk) }
        guard let method, let injectedOn, let counted, !desk.findings.contains(where: { $0.severity >= .refused })
        else { return Reading(findings: desk.findings) }
        var input = TuberculinInput(
            intervention: number, method: method.rawValue, injectedOn: injectedOn, receivedOn: receivedOn ?? today)
        input.readOn = readOn
        input.subjective = self[Field.subjective].isEmpty ? nil : self[Field.subjective] == "oui"
        input.counts = counted.descriptors(method)
        input.animals = counted.animals
        let typed = self[Field.veterinarian].filter { !$0.isWhitespace }
        input.orderNumber = sender ?? (typed.isEmpty ? sheet.veterinarian : typed)
        let comment = [hours, self[Field.comment]].filter { !$0.isEmpty }.joined(separator: " ")
        input.comment = comment.isEmpty ? nil : comment
        return Reading(input: input, findings: desk.findings)
    }

    /// The report stores days; the hours that were told stay readable beside it.
    private var hours: String {
        let told = [("injection", self[Field.injectedAt]), ("lecture", self[Field.readAt])].filter { !$0.1.isEmpty }
        return told.isEmpty ? "" : told.map { "\($0.0) à \($0.1)" }.joined(separator: ", ") + "."
    }
}

/// Reads fields one by one and keeps what is said of each.
struct FormDesk {
    let form: TypedTuberculin
    private(set) var findings: [Finding] = []

    init(form: TypedTuberculin) { self.form = form }

    mutating func tell(
        _ code: some FindingCode, _ severity: Finding.Severity, _ field: String,
        _ facts: KeyValuePairs<String, String> = [:]
    ) {
        findings.append(Finding(code, severity, at: Place(column: field), facts))
    }

    mutating func unreadable(_ field: String) {
        tell(OwnFinding.fieldUnreadable, .refused, field, ["value": form[field], "field": field])
    }

    /// `2021-02-15`, as date fields send it, or `15/02/2021` from a browser that has none.
    mutating func day(_ field: String) -> Day? {
        let text = form[field].filter { !$0.isWhitespace }
        guard !text.isEmpty else { return nil }
        if let day = Day(text) { return day }
        let parts = text.split(separator: "/").map { Int($0) }
        if parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2],
            let found = Day(year: year, month: month, day: day)
        {
            return found
        }
        unreadable(field)
        return nil
    }

    /// Minutes since midnight of `08:30` or `8h30`.
    private mutating func minute(_ field: String) -> Int? {
        let text = form[field].filter { !$0.isWhitespace }.lowercased()
        guard !text.isEmpty else { return nil }
        let parts = text.split(whereSeparator: { $0 == ":" || $0 == "h" }).map { Int($0) }
        if (1...3).contains(parts.count), let hour = parts[0], let minute = parts.count > 1 ? parts[1] : 0,
            (0...23).contains(hour), (0...59).contains(minute)
        {
            return hour * 60 + minute
        }
        unreadable(field)
        return nil
    }

    mutating func checkWindow(_ injectedOn: Day?, _ readOn: Day?) {
        let minutes = (minute(TypedTuberculin.Field.injectedAt), minute(TypedTuberculin.Field.readAt))
        guard let injectedOn, let readOn else { return }
        let decision = ReadingWindow.decide(
            injected: .init(injectedOn, minute: minutes.0), read: .init(readOn, minute: minutes.1))
        let hours: String
        switch decision {
        case .inTime: return
        case .outsideDays(let days): hours = days == 1 ? "1 jour" : "\(days) jours"
        case .outside(let minutes):
            let rest = abs(minutes) % 60
            hours = "\(minutes < 0 ? "−" : "")\(abs(minutes) / 60) h" + (rest == 0 ? "" : " \(rest) min")
        }
        tell(OwnFinding.readingOutsideWindow, .warning, TypedTuberculin.Field.readOn, ["hours": hours])
    }
}
