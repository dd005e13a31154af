import Documents
import Kernel
import Testing

@Suite struct ListTests {
    @Test("PRO-255: the request to a serum bank gives what to complete, and from which animals")
    func serumBank() throws {
        let rows = (1...40).map { number in
            SerumBankRow(
                intervention: "9912000000\(number + 10)", holding: HoldingNumber(stored: "991234\(number + 10)"),
                keeper: "GAEC n° \(number)", disease: "Brucellose", sampled: Sample.day, counts: (18, 15, 2),
                candidates: [AnimalNumber(stored: "FR9912345678"), AnimalNumber(stored: "FR9912345679")])
        }
        let report = ReportPrint.serumBankRequest(
            to: "Laboratoire départemental 99", by: Party("GDS du Département 99"), campaign: "Campagne 2026-2027",
            day: Sample.day, rows: rows)
        let text = try flatText(pdf(Sample.job, [report]))
        let expected = [
            "Demande d’analyses complémentaires sur sérothèque", "Laboratoire départemental 99 – Campagne 2026-2027",
            "991200000011", "991200000050", "FR9912345678", "12/10/2026", "Total 80",
        ]
        #expect(missing(expected, in: text) == [])
    }

    @Test("PRO-112: the list of a practice names every holding to visit")
    func practice() throws {
        let rows = (1...90).map { number in
            VisitRow(
                intervention: "991200000001", holding: HoldingNumber(stored: "991234\(number + 9)"),
                place: ("GAEC n° \(number)", "SAINT-EXEMPLE"), herd: "Allaitant", veterinarian: "Dr Martin",
                plans: "Brucellose, leucose", animals: number)
        }
        let report = ReportPrint.practiceList(
            of: "Clinique du Foirail", by: Party("GDS du Département 99"), campaign: "Campagne 2026-2027",
            day: Sample.day, rows: rows)
        let text = try flatText(pdf(Sample.job, [report]))
        #expect(missing(rows.map { "\($0.holding)" } + ["Exploitations à visiter : 90", "page 1/"], in: text) == [])
    }
}
