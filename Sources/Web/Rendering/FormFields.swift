import Kernel
import UseCases

extension Form {
    /// A field's text without blanks around it; nil where it is empty.
    func text(_ name: String) -> String? {
        guard let value = value(name) else { return nil }
        let kept = value.drop { $0.isWhitespace }
        let end = kept.lastIndex { !$0.isWhitespace }
        return end.map { String(kept[...$0]) }
    }

    /// A day as browsers send it, or as people type it where a browser has no field for days; nil where it is empty.
    /// - Throws: `Refused` for what is no day.
    func day(_ name: String) throws -> Day? {
        guard let text = text(name) else { return nil }
        guard let day = Day(text) ?? Day(french: text) else {
            throw Refused(FormFinding.dayUnreadable, ["value": String(text.prefix(40)), "name": name])
        }
        return day
    }

    /// What was chosen or typed.
    /// - Parameter words: key of the field's name in words.
    /// - Throws: `Refused` for a field that was left empty.
    func needed(_ name: String, _ words: String) throws -> String {
        try neededField(name, Catalogue.french.text("acts", words))
    }

    /// - Parameter title: the field's name as its page says it.
    /// - Throws: `Refused` for a field that was left empty.
    func neededField(_ name: String, _ title: String) throws -> String {
        guard let value = text(name) else {
            throw Refused(FormFinding.fieldMissing, ["field": title, "name": name])
        }
        return value
    }

    /// - Throws: `Refused` for a day that was left empty, and for what is no day.
    func neededDay(_ name: String, _ words: String) throws -> Day {
        try neededDay(name, titled: Catalogue.french.text("acts", words))
    }

    func neededDay(_ name: String, titled title: String) throws -> Day {
        guard let day = try day(name) else { throw Refused(FormFinding.fieldMissing, ["field": title, "name": name]) }
        return day
    }

    /// - Throws: `Refused` for what is no number of an animal.
    func animal(_ name: String, fictitious: Bool) throws -> AnimalNumber {
        let text = try needed(name, "animal")
        do throws(NumberFault) {
            return try AnimalNumber(parsing: text, country: "FR", fictitious: fictitious)
        } catch {
            throw Refused(error, ["value": text, "name": name])
        }
    }
}
