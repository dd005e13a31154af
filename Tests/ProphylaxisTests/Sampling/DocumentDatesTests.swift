import Kernel
import Prophylaxis
import Testing

@Suite("document-dates")
struct DocumentDatesTests {
    private static func decide(
        edited: Day, visit: Day?, reference: Day? = nil, validated: Day? = nil, validUntil: Day? = nil
    ) throws -> DocumentDates.Decision {
        try DocumentDates.decide(
            .init(
                editedOn: edited, referenceDate: reference ?? visit ?? edited, plannedVisit: visit,
                validatedOn: validated, validUntil: validUntil), .init())
    }

    @Test(
        "EX-32, PRO-133, PRO-155, PRO-156: edited from 9 December, delivered by 15 January, valid two months",
        arguments: [("2020-12-10", "2021-02-10"), ("2020-12-31", "2021-02-28")] as [(Day, Day)])
    func example32(validated: Day, validUntil: Day) throws {
        let dates = try Self.decide(edited: validated, visit: "2021-01-20", validated: validated)
        #expect(dates.editableFrom == "2020-12-09")
        #expect(dates.deliveredBy == "2021-01-15")
        #expect(dates.validUntil == validUntil)
        #expect(dates.warnings.isEmpty)
    }

    @Test(
        "PRO-133: six weeks before the visit is not too early, one day more is",
        arguments: [("2020-12-10", false), ("2020-12-09", false), ("2020-12-08", true)] as [(Day, Bool)])
    func sixWeeks(edited: Day, tooEarly: Bool) throws {
        let dates = try Self.decide(edited: edited, visit: "2021-01-20")
        #expect(dates.warnings.contains(.editedTooEarly) == tooEarly)
    }

    @Test(
        "PRO-155: five days before the visit is still in time, four are not",
        arguments: [("2021-01-14", false), ("2021-01-15", false), ("2021-01-16", true)] as [(Day, Bool)])
    func fiveDays(validated: Day, tooLate: Bool) throws {
        let dates = try Self.decide(edited: "2021-01-02", visit: "2021-01-20", validated: validated)
        #expect(dates.warnings.contains(.deliveredTooLate) == tooLate)
    }

    @Test(
        "PRO-156: a document may be used on its last day, not after it",
        arguments: [("2021-02-09", false), ("2021-02-10", false), ("2021-02-11", true)] as [(Day, Bool)])
    func validity(visit: Day, expired: Bool) throws {
        let dates = try Self.decide(edited: "2020-12-10", visit: visit, validated: "2020-12-10")
        #expect(dates.warnings.contains(.expiresBeforeVisit) == expired)
    }

    @Test("PRO-133: at the limit the validity is adapted by hand")
    func adaptedValidity() throws {
        let dates = try Self.decide(
            edited: "2020-12-10", visit: "2021-02-15", validated: "2020-12-10", validUntil: "2021-02-15")
        #expect(dates.validUntil == "2021-02-15")
        #expect(!dates.warnings.contains(.expiresBeforeVisit))
    }

    @Test(
        "PRO-57: ages of a day up to six weeks from the visit, before or after it, are the visit's",
        arguments: [("2020-12-09", false), ("2020-12-08", true), ("2021-03-03", false), ("2021-03-04", true)]
            as [(Day, Bool)])
    func agesOfTheVisit(reference: Day, other: Bool) throws {
        let dates = try Self.decide(edited: "2021-01-04", visit: "2021-01-20", reference: reference)
        #expect(dates.warnings.contains(.agesOfAnotherDay) == other)
    }

    @Test("Without a planned visit nothing is too early or too late")
    func withoutVisit() throws {
        let dates = try Self.decide(edited: "2020-10-01", visit: nil)
        #expect(dates.warnings.isEmpty)
        #expect(dates.editableFrom == nil)
        #expect(dates.validUntil == "2020-12-01")
    }
}
