import Documents
import Kernel
import Prophylaxis
import Store

/// The values of a letter's fields, from the facts of its intervention.
struct LetterValues: Sendable {
    let subject: LetterSubject
    let ground: LetterGround
    let campaign: CampaignRow
    let house: LetterHouse
    let lastDay: Day?
    let period: String?

    /// The fields whose value is known; a template that asks for another is refused.
    var all: [LetterField: String] {
        var values = common
        values.merge(counts) { first, _ in first }
        values.merge(retest) { first, _ in first }
        values[.lastDay] = lastDay?.longFrench
        values[.period] = period
        values[.injectionDay] = subject.unreportedInjection?.longFrench
        values[.report] = subject.report.map { "n° \($0.number) du \($0.issuedOn.longFrench)" }
        values[.earlierLetters] = earlierLetters
        return values
    }

    private var common: [LetterField: String] {
        LetterWords.campaign(campaign, house).merging([
            .intervention: subject.number, .holding: subject.holding, .keeper: subject.holdingName,
            .herd: subject.herdName ?? "atelier \(subject.herdCode)",
            .veterinarian: subject.veterinarian?.name ?? "à désigner",
            .diseases: LetterWords.list(ground.diseases.map(CodeWords.disease)), .tests: tests,
            .regulation: LetterWords.regulation(ground.diseases, campaign),
        ]) { first, _ in first }
    }

    /// `brucellose sur sang et leucose sur lait de mélange`
    private var tests: String {
        LetterWords.list(
            subject.plans.filter { ground.diseases.contains($0.disease) }.map {
                "\(CodeWords.disease($0.disease)) sur \(CodeWords.matrix($0.matrix))"
            })
    }

    /// One number where the diseases agree, else one for each: `4 (brucellose) et 2 (leucose)`.
    private func figure(_ value: (LetterSubject.State) -> Int) -> String? {
        let states = subject.states.filter { ground.diseases.contains($0.disease) }
        guard let first = states.first else { return nil }
        if states.allSatisfy({ value($0) == value(first) }) { return String(value(first)) }
        return LetterWords.list(states.map { "\(value($0)) (\(CodeWords.disease($0.disease)))" })
    }

    private var counts: [LetterField: String] {
        var values: [LetterField: String] = [:]
        values[.missing] = figure(\.missing)
        values[.requested] = figure(\.requested)
        values[.tested] = figure(\.tested)
        let states = subject.states.filter { ground.diseases.contains($0.disease) && $0.requested > 0 }
        if let state = states.first {
            values[.rate] = Percent.french(state.tested, of: state.requested, decimals: 1, space: "\u{a0}")
        }
        values[.firstVisit] = states.compactMap(\.startedOn).min()?.longFrench
        values[.laboratory] =
            ground.diseases.compactMap { subject.serumRefusals[$0] }.first { !$0.isEmpty }
            ?? subject.plans.first { ground.diseases.contains($0.disease) && $0.laboratory != nil }?.laboratory
        return values
    }

    private var retest: [LetterField: String] {
        guard let retest = subject.retest else { return [:] }
        var values: [LetterField: String] = [:]
        values[.notificationDay] = retest.notifiedOn.longFrench
        values[.delayDays] = String(retest.dueBy.days(since: retest.notifiedOn))
        values[.result] = LetterWords.result(subject.suspicions)
        let animals = subject.suspicions.compactMap(\.animal)
        if retest.matrix == .milk {
            values[.animals] = "le lait de mélange du troupeau"
        } else if !animals.isEmpty {
            values[.animals] = animals.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.joined(
                separator: ", ")
        }
        if values[.laboratory] == nil {
            values[.laboratory] = subject.plans(for: .brucellosis).compactMap(\.laboratory).first ?? "laboratoire agréé"
        }
        return values
    }

    /// Letters that the keeper had before, or the report itself where there was none (decision 22).
    private var earlierLetters: String? {
        let letters = subject.letters.compactMap { letter in
            LetterKind(rawValue: letter.kind).map {
                "« \($0.title) » du \((letter.sentOn ?? letter.writtenOn).longFrench)"
            }
        }
        if !letters.isEmpty { return LetterWords.list(letters) }
        return subject.report.map { "rapport d’inspection du \($0.issuedOn.longFrench)" }
    }
}

/// Words that several letters share.
enum LetterWords {
    /// `a, b et c`
    static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " et " + last
    }

    static func campaign(_ campaign: CampaignRow, _ house: LetterHouse) -> [LetterField: String] {
        [
            .campaign: "campagne \(campaign.prophylaxisYear - 1)-\(campaign.prophylaxisYear)",
            .campaignStart: campaign.startsOn.longFrench, .campaignEnd: campaign.endsOn.longFrench,
            .delegate: house.delegate, .authority: house.authority, .contact: house.contact,
        ]
    }

    /// The orders in force when the campaign begins (decision 22).
    static func regulation(_ diseases: [Disease], _ campaign: CampaignRow) -> String {
        diseases.compactMap { LegalTexts.order(for: $0, on: campaign.startsOn) }.map { order in
            order.prefix(1).lowercased() + order.dropFirst()
        }.joined(separator: " ; ")
    }

    /// `1 résultat positif et 2 résultats douteux, prélèvements du 2 novembre 2020`
    static func result(_ suspicions: [LetterSubject.Suspicion]) -> String? {
        guard let first = suspicions.first else { return nil }
        func count(_ code: Interpretation) -> Int { suspicions.count { $0.interpretation == code.rawValue } }
        // Bulk milk that cannot be interpreted is not negative either.
        let (doubtful, unclear) = (count(.doubtful), count(.uninterpretable))
        let counts = [
            (suspicions.count - doubtful - unclear, "positif", "positifs"), (doubtful, "douteux", "douteux"),
            (unclear, "ininterprétable", "ininterprétables"),
        ].compactMap { count, one, many in
            count == 0 ? nil : count == 1 ? "1 résultat \(one)" : "\(count) résultats \(many)"
        }
        let matrix = first.animal == nil ? "sur lait de mélange, prélevé le" : "sur sang, prélevé le"
        let days = Set(suspicions.map(\.sampledOn)).sorted().map(\.longFrench)
        return "\(list(counts)) \(matrix) \(list(days))"
    }
}
