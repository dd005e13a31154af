import Kernel
import UseCases

extension Form {
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

    /// - Throws: `Refused` for a day that was left empty, `WebFault.formUnreadable` for what is no day.
    func neededDay(_ name: String, _ words: String) throws -> Day {
        _ = try needed(name, words)
        guard let day = try day(name) else { throw WebFault.formUnreadable }
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
