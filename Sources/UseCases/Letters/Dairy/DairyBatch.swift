import Documents
import Kernel
import Prophylaxis
import Store

/// What one dairy laboratory owes of one month.
struct DairyBatch: Sendable {
    let laboratory: LetterSender
    let month: Day
    let rows: [MissingMilkRow]
    let desk: LetterDesk

    /// What is kept of such a letter beside its bytes.
    struct Frozen: Codable, Sendable {
        let side: LetterSide
        let month: Day
        let values: [String: String]
        let template: String
        /// `intervention disease`, of each line of the list.
        let plans: [String]
    }

    static let columns = ["laboratoire", "mois", "maladie", "producteur", "ede", "atelier", "nom", "intervention"]

    /// In the order of the rows: laboratory, then month.
    static func batches(_ rows: [MissingMilkRow], _ desk: LetterDesk) -> [DairyBatch] {
        var batches: [DairyBatch] = []
        for row in rows {
            guard let laboratory = row.laboratory else { continue }
            if let last = batches.last, last.laboratory == laboratory, last.month == row.month {
                batches[batches.count - 1] = DairyBatch(
                    laboratory: laboratory, month: row.month, rows: last.rows + [row], desk: desk)
            } else {
                batches.append(DairyBatch(laboratory: laboratory, month: row.month, rows: [row], desk: desk))
            }
        }
        return batches
    }

    private var lastDay: Day { desk.by ?? desk.today.adding(days: desk.kind.answerDays ?? 15) }
    private var diseases: [Disease] { Disease.allCases.filter { disease in rows.contains { $0.disease == disease } } }
    private var producers: Int { Set(rows.map(\.holding)).count }

    private var values: [LetterField: String] {
        LetterWords.campaign(desk.campaign, desk.house).merging([
            .laboratory: laboratory.name, .month: "\(CodeWords.month(month.month)) \(month.year)",
            .tests: LetterWords.list(diseases.map(CodeWords.disease)) + " sur lait de mélange",
            .diseases: LetterWords.list(diseases.map(CodeWords.disease)), .producers: String(producers),
            .regulation: LetterWords.regulation(diseases, desk.campaign), .lastDay: lastDay.longFrench,
        ]) { _, new in new }
    }

    /// Whether a letter is about this laboratory and month.
    func isAnswered(by letter: LetterEntry) throws -> Bool {
        guard letter.recipient == laboratory.code else { return false }
        return try CanonicalJSON.decode(Frozen.self, from: letter.factsJSON.utf8).month == month
    }

    func line(_ id: String) -> [String] {
        [id, "", laboratory.code, diseases.map(\.rawValue).joined(separator: " "), lastDay.description]
    }

    func frozen(_ template: ContentDigest) -> Frozen {
        Frozen(
            side: desk.house.side, month: month,
            values: Dictionary(
                uniqueKeysWithValues: values.filter { desk.template.fields.contains($0.key) }.map {
                    ($0.key.rawValue, $0.value)
                }), template: template.hex, plans: rows.map { "\($0.intervention) \($0.disease.rawValue)" })
    }

    /// The authority hears of what has not come.
    var notice: ResultAlert {
        var alert = ResultAlert(
            .authority, "milk-result-missing", department: desk.campaign.department,
            subject: "\(laboratory.code) \(month.yearAndMonth)", facts: "{\"producers\":\(producers)}")
        alert.campaign = desk.campaign.id
        return alert
    }

    /// The letter with its list; one without a number is a draft.
    func pages(_ id: Int64?) throws -> [any PrintedDocument] {
        let text: LetterText
        do { text = try desk.template.filled(values) } catch { throw error.refusal(of: laboratory.code) }
        let number = id.map { " – lettre n° \($0)" } ?? ""
        var letter = LetterPrint(
            sender: desk.house.party, logo: desk.house.logo, recipient: Party(laboratory.name, laboratory.lines),
            place: desk.house.place, day: desk.today, reference: desk.campaign.title + number, text: text,
            signatory: desk.house.signatory, enclosures: ["liste des producteurs"], copies: [desk.house.authority])
        letter.isDraft = id == nil
        let table = ReportTable(
            columns: ["Producteur", "EDE", "Atelier", "Exploitation", "Maladie", "Intervention"].map { .init($0) },
            rows: rows.map {
                [
                    $0.producer, $0.holding, $0.herdCode, $0.holdingName, CodeWords.disease($0.disease),
                    $0.intervention,
                ]
            })
        let list = ReportPrint(
            title: "Analyses de lait sans résultat",
            subtitle: "\(laboratory.name) – \(CodeWords.month(month.month)) \(month.year)", issuer: desk.house.party,
            day: desk.today, blocks: [.paragraph("Producteurs : \(producers)"), .table(table)])
        return [letter, list]
    }

    /// The letter with its list as PDF first, then the list as CSV.
    func files(_ id: Int64) throws -> [LetterFile] {
        let name = "\(laboratory.code)-\(month.yearAndMonth)-\(desk.kind.rawValue)-\(id)"
        let job = PrintJob(title: desk.kind.title, author: desk.house.party.name, day: desk.today)
        let csv = ListTable(
            columns: DairyBatch.columns,
            rows: rows.map {
                [
                    laboratory.code, month.yearAndMonth, $0.disease.rawValue, $0.producer, $0.holding, $0.herdCode,
                    $0.holdingName, $0.intervention,
                ]
            })
        return [
            LetterFile(name: "\(name).pdf", bytes: try pdf(job, pages(id))),
            LetterFile(name: "\(laboratory.code)-\(month.yearAndMonth)-sans-resultat.csv", bytes: try csv.csv()),
        ]
    }
}
