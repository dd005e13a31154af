import Documents
import Kernel
import Prophylaxis
import Store

/// Everything that the letters of one run share.
struct LetterDesk: Sendable {
    let kind: LetterKind
    let campaign: CampaignRow
    let parameters: CampaignParameters
    let house: LetterHouse
    let template: LetterTemplate
    /// Digest of the template's text, which is kept.
    let templateText: String
    let today: Day
    let by: Day?
    let period: String?
}

/// A letter ready to be numbered and printed.
struct LetterDraft: Sendable {
    let subject: LetterSubject
    let ground: LetterGround
    let lastDay: Day?
    let values: [LetterField: String]
    let text: LetterText
    let recipient: Party
    /// Number by which the register of letters knows the recipient.
    let recipientCode: String
    let copies: [String]

    /// - Throws: `Refused` with what is missing.
    init(
        _ subject: LetterSubject, _ ground: LetterGround, _ desk: LetterDesk, extra: [LetterField: String] = [:]
    ) throws(Refused) {
        self.subject = subject
        self.ground = ground
        lastDay = try desk.limit(subject, ground)
        if desk.kind == .visitOutsideCampaign, desk.period == nil { throw Refused(LetterFinding.periodMissing) }
        let values = LetterValues(
            subject: subject, ground: ground, campaign: desk.campaign, house: desk.house, lastDay: lastDay,
            period: desk.period)
        self.values = values.all.merging(extra) { _, new in new }
        do {
            text = try desk.template.filled(self.values)
        } catch {
            throw error.refusal(of: subject.number)
        }
        if desk.kind == .tuberculinReportReminder {
            guard let veterinarian = subject.veterinarian else {
                throw LetterFault.missingValue(.veterinarian).refusal(of: subject.number)
            }
            recipient = Party(veterinarian.name, veterinarian.lines)
            recipientCode = veterinarian.orderNumber
        } else {
            recipient = subject.addressee
            recipientCode = subject.holding
        }
        copies = desk.copies(for: subject)
    }

    /// The letter under its number; without one, marked as a draft.
    func print(_ id: Int64?, _ desk: LetterDesk) -> LetterPrint {
        let name = id.map { "lettre n° \($0)" } ?? "brouillon"
        var letter = LetterPrint(
            sender: desk.house.party, logo: desk.house.logo, recipient: recipient, place: desk.house.place,
            day: desk.today, reference: "\(desk.campaign.title) – \(subject.number) – \(name)", text: text,
            signatory: desk.house.signatory, copies: copies, sendingMode: desk.kind.sendingMode)
        letter.isDraft = id == nil
        return letter
    }
}

extension LetterSubject {
    /// The keeper at the holding.
    fileprivate var addressee: Party {
        guard let keeper, !keeper.isEmpty, keeper != holdingName else { return Party(holdingName, address) }
        return Party(holdingName, [keeper] + address)
    }
}

extension LetterDesk {
    /// The day given, else the one that follows from the facts, which must not be over where the text names it.
    fileprivate func limit(_ subject: LetterSubject, _ ground: LetterGround) throws(Refused) -> Day? {
        guard template.fields.contains(.lastDay) else { return by ?? ground.lastDay }
        guard let day = by ?? ground.lastDay ?? kind.answerDays.map({ today.adding(days: $0) }), day >= today else {
            throw Refused(LetterFinding.limitMissing, ["intervention": subject.number])
        }
        return day
    }

    /// Reminders go to the veterinarian too, the authority's letters to its delegate (tables 6 and 7; 7.4.3).
    fileprivate func copies(for subject: LetterSubject) -> [String] {
        let veterinarian = subject.veterinarian.map(\.name)
        switch kind {
        case .campaignInformation, .tuberculinReportReminder, .dairyLaboratoryReminder: return []
        case .warning, .formalNotice: return [house.delegate]
        case .retestNotification, .visitOutsideCampaign: return [veterinarian, house.delegate].compactMap { $0 }
        default: return [veterinarian].compactMap { $0 }
        }
    }
}

extension LetterKind {
    /// Days left for an answer where no text fixes a deadline.
    var answerDays: Int? {
        switch self {
        case .tuberculinReportReminder: 7
        case .dairyLaboratoryReminder: 15
        default: nil
        }
    }

    var sendingMode: String? {
        switch self {
        case .retestNotification, .formalNotice: "Lettre recommandée avec avis de réception"
        default: nil
        }
    }
}

extension LetterFault {
    /// What is wrong with a template, in the findings of letters.
    func refusal(of intervention: String) -> Refused {
        switch self {
        case .unknownPlaceholder(let name, let line):
            Refused(
                LetterFinding.fieldUnknown,
                [
                    "field": name, "line": String(line),
                    "fields": LetterField.allCases.map(\.rawValue).joined(separator: ", "),
                ])
        case .brace(let line): Refused(LetterFinding.brace, ["line": String(line)])
        case .noSubject: Refused(LetterFinding.subjectMissing)
        case .noBody: Refused(LetterFinding.bodyMissing)
        case .missingValue(let field):
            Refused(
                LetterFinding.valueMissing,
                ["field": field.rawValue, "meaning": field.meaning, "intervention": intervention])
        case .addressTooLong(let lines):
            Refused(LetterFinding.addressTooLong, ["intervention": intervention, "lines": String(lines)])
        case .logo: Refused(LetterFinding.logoUnreadable)
        }
    }
}
