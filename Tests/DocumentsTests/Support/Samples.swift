import Documents
import Kernel

/// Fictitious documents for the tests.
enum Sample {
    static let day = Day(uncheckedText: "2026-10-12")
    static let job = PrintJob(title: "Essai", author: "GDS du Département 99", day: day)

    static func head(_ intervention: Int = 1) -> InterventionHead {
        let digits = String(intervention)
        return InterventionHead(
            campaign: "Campagne 2026-2027", number: "9912" + String(repeating: "0", count: 8 - digits.count) + digits,
            issuer: Party("GDS du Département 99", ["12 rue des Prés", "99000 VILLENEUVE-LE-TROUPEAU"]),
            holding: HoldingNumber(stored: "99123456"),
            keeper: Party("GAEC DES TROIS CHÊNES", ["Le Bourg Neuf", "99120 SAINT-EXEMPLE"]),
            herd: "Atelier allaitant", herdClass: "Naisseur",
            veterinarian: Party("Dr Hélène Martin-Dubœuf", ["Clinique du Foirail", "99120 SAINT-EXEMPLE"]),
            orderNumber: try? OrderNumber(parsing: "99123"))
    }

    static func edition(validated: Bool = true) -> SamplingEdition {
        SamplingEdition(
            number: 2, day: day, validated: validated ? day : nil, validUntil: Day(uncheckedText: "2026-12-12"),
            referenceDay: Day(uncheckedText: "2026-11-02"))
    }

    static let plans = [
        SamplingPlan(
            mark: "B", disease: "Brucellose", test: "Sang – sérologie", laboratory: "Laboratoire 99", requested: 8),
        SamplingPlan(mark: "L", disease: "Leucose", test: "Sang – mélange", laboratory: "Laboratoire 99", requested: 7),
        SamplingPlan(
            mark: "T", disease: "Tuberculose", test: "Intradermotuberculination", laboratory: "Vétérinaire",
            requested: 9),
    ]

    /// Animal `index` of intervention `intervention`; every fifth one is only shown.
    static func animal(_ intervention: Int, _ index: Int) -> SampledAnimal {
        let serial = String(10_000_000 + (intervention * 7919 + index * 131) % 89_999_999)
        return SampledAnimal(
            number: AnimalNumber(stored: "FR99" + serial), birth: BirthDate(day.adding(days: -1000 - index * 17)),
            sex: index % 6 == 0 ? "M" : "F", breed: "38", entryDay: day.adding(days: -300), entryCause: "A",
            requested: index % 5 == 4 ? [] : ["B", "L"])
    }

    static func document(_ intervention: Int = 1, animals: Int, sheet: LabelSheet = .twoColumns) -> SamplingPrint {
        SamplingPrint(
            head: head(intervention), edition: edition(), plans: plans,
            animals: (0..<animals).map { animal(intervention, $0) }, display: "Tous les bovins", herdSize: animals,
            sheet: sheet)
    }

    static let form = TuberculinForm(
        requested: 9, returnTo: Party("GDS du Département 99"), authority: Party("la DDPP du Département 99"))

    /// A chessboard of 8 × 8 grey pixels.
    static let png: [UInt8] = [
        137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 0, 225,
        100, 225, 87, 0, 0, 0, 23, 73, 68, 65, 84, 120, 218, 99, 248, 255, 159, 129, 1, 132, 25, 224, 12, 36, 38,
        148, 65, 132, 26, 0, 124, 4, 31, 225, 79, 32, 187, 159, 0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130,
    ]
}

extension Day {
    /// A date written in a test; a typing error is day 0, which no expectation matches.
    init(uncheckedText: String) { self = Day(uncheckedText) ?? Day(number: 0) }
}

/// Names as files bring them: none may move or hide what stands around it.
let hostileNames = [
    String(repeating: "GAEC DES TRÈS LONGUES PRAIRIES ", count: 300),
    "EARL \u{202e}DLEIHCS\u{202c} \u{200f}\u{2067}", "שלום עולם", "مزرعة الأبقار", "GAEC 🐄🐮👩‍🌾 du Pré",
    "A\u{0}B\nC\tD\u{1b}[31mE\r\nF",
    "Z" + String(repeating: "\u{337}\u{31b}\u{316}", count: 200), "\u{feff}\u{200b}", "牛牧場", "<b>&amp;</b> {nom} %s %n",
    "e\u{301}leveur de\u{301}compose\u{301}", "",
]
