import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite struct PartYearTests {
    @Test(
        "PRO-148: herds with cattle for a part of the year, with the months the base knows and what the vet told",
        arguments: Engine.allCases)
    func partOfTheYear(engine: Engine) async throws {
        try await SamplingDesk.open(
            engine,
            { fixture in
                let campaign = try fixture.campaign(SamplingDesk.parameters())
                for index in 1...2 {
                    let herd = try fixture.herd(in: fixture.holding("9900000\(index)"))
                    _ = try fixture.sampling(in: campaign, of: herd)
                    guard index == 1 else { continue }
                    let cow = try fixture.animal("FR9900000001", in: herd, born: "2012-01-01", since: "2020-06-01")
                    try fixture.leave(cow, on: "2020-09-15")
                }
                _ = (0..<100).map { _ in fixture.nextID() }
            }
        ) { desk in
            _ = try await desk.database.ids(1000)
            try await desk.edit { $0.validates = true }
            let context = try context(desk.database, today: desk.today)
            let herd = try await FindHerd("99000001").run(context)
            try await NoteHerd(
                herd, .partYear, told: .init(on: day("2020-11-03"), by: .veterinarian), text: "vide l'hiver"
            ).perform(context)
            let lines = try await ReviewZeroBovine(campaign: SamplingDesk.campaign).perform(context)
            #expect(lines.map(\.review.usualMonths) == [[6, 7, 8, 9], []])
            #expect(lines.map(\.told) == [["part-year veterinarian 2020-11-03 vide l'hiver"], []])
        }
    }
}
