import Kernel
import Register
import Testing

private func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

private func presence(
    _ holding: Int64, _ entered: String, _ cause: EntryCause, _ left: String? = nil, _ exit: ExitCause? = nil,
    keeper: String? = nil
) -> Introduction.Presence {
    Introduction.Presence(
        holding: holding, keeper: keeper, entered: (day(entered), cause), left: (left.map(day), exit))
}

@Suite("Introduction (AMB-04, design 5)")
struct IntroductionTests {
    @Test("A birth is no introduction, a purchase is")
    func birthAndPurchase() {
        #expect(Introduction.days(of: [presence(1, "2020-01-01", .birth)]) == [nil])
        #expect(
            Introduction.days(of: [
                presence(1, "2020-01-01", .birth, "2021-01-01", .breeding), presence(2, "2021-01-02", .purchase),
            ]) == [nil, day("2021-01-02")])
    }

    @Test("A return from boarding or summer pasture carries the earlier introduction on")
    func returns() {
        let bought = presence(1, "2020-06-01", .purchase, "2021-05-01", .summerPasture)
        let away = presence(2, "2021-05-01", .summerPasture, "2021-10-01", .other)
        let back = presence(1, "2021-10-01", .purchase)
        #expect(
            Introduction.days(of: [bought, away, back]) == [day("2020-06-01"), day("2021-05-01"), day("2020-06-01")])
        let born = presence(1, "2020-06-01", .birth, "2021-05-01", .other)
        #expect(
            Introduction.days(of: [born, away, presence(1, "2021-10-01", .loan)]) == [nil, day("2021-05-01"), nil])
    }

    @Test("Sold and bought back is an introduction")
    func boughtBack() {
        let born = presence(1, "2020-06-01", .birth, "2021-05-01", .breeding)
        let other = presence(2, "2021-05-01", .purchase, "2021-10-01", .breeding)
        #expect(Introduction.days(of: [born, other, presence(1, "2021-10-01", .purchase)]).last == day("2021-10-01"))
    }

    @Test(
        "A keeper who changes number introduces nothing; another keeper does", arguments: [("A", true), ("B", false)])
    func keeperChangesNumber(keeper: String, isSame: Bool) {
        let old = presence(1, "2020-06-01", .birth, "2022-01-01", .other, keeper: "A")
        let new = presence(2, "2022-01-01", .purchase, keeper: keeper)
        #expect(Introduction.days(of: [old, new]) == [nil, isSame ? nil : day("2022-01-01")])
    }
}

@Suite("Production type (PRO-38)")
struct ProductionTypeTests {
    static let cases: [(ProductionTypeRule.Facts, ProductionType?)] = [
        (.init(isMale: true, breed: "66", fatherBreed: nil, motherBreed: nil), .beef),
        (.init(isMale: false, breed: "66", fatherBreed: nil, motherBreed: nil), .dairy),
        (.init(isMale: false, breed: "38", fatherBreed: nil, motherBreed: nil), .beef),
        (.init(isMale: false, breed: "39", fatherBreed: "38", motherBreed: "34"), .beef),
        (.init(isMale: false, breed: "39", fatherBreed: "66", motherBreed: "66"), .dairy),
        (.init(isMale: false, breed: "39", fatherBreed: "38", motherBreed: "66"), nil),
        (.init(isMale: false, breed: "46", fatherBreed: nil, motherBreed: nil), nil),
        (.init(isMale: false, breed: nil, fatherBreed: "38", motherBreed: nil), nil),
    ]

    @Test("PRO-38: sex, then breed, then the parents' breeds", arguments: cases)
    func cascade(facts: ProductionTypeRule.Facts, expected: ProductionType?) {
        #expect(ProductionTypeRule.decide(facts, .init()) == expected)
    }

    @Test("PRO-41: a department classifies its breeds")
    func departmentParameters() {
        var parameters = ProductionTypeRule.Parameters()
        parameters.breeds.purposes["46"] = .dairy
        parameters.males = nil
        let facts = ProductionTypeRule.Facts(isMale: true, breed: "46", fatherBreed: nil, motherBreed: nil)
        #expect(ProductionTypeRule.decide(facts, parameters) == .dairy)
    }
}

@Suite("Names as they are searched")
struct SearchNameTests {
    @Test(
        "Accents, case and spacing do not count",
        arguments: [
            ("Gaec de l'Étang ", "GAEC DE L ETANG"), ("GAEC  DE L-ÉTANG", "GAEC DE L ETANG"),
            ("cœur e\u{301}te\u{301}", "COEUR ETE"), ("", ""),
        ])
    func folds(name: String, expected: String) { #expect(SearchName.of(name) == expected) }
}
