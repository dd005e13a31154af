import Kernel
import Prophylaxis

/// Writes the canonical JSON of frozen documents without an encoder: keys sorted, no spaces. Animals go straight from
/// the selection's facts to bytes.
struct FrozenDocumentWriter {
    /// The campaign's parameters, the same in every document of a batch.
    private let parameters: [UInt8]
    private let rules: [UInt8]
    private var bytes: [UInt8] = []

    init(_ parameters: CampaignParameters) throws {
        self.parameters = try CanonicalJSON.encode(FrozenParameters(parameters))
        rules = try CanonicalJSON.encode(FrozenDocument.ruleVersions)
    }

    /// The bytes of one document; the same as those of the `FrozenDocument` that reads them.
    mutating func write(_ task: EditionTask, _ facts: DocumentSelection.Facts, _ decision: DocumentSelection.Decision)
        throws -> [UInt8]
    {
        bytes.removeAll(keepingCapacity: true)
        bytes.reserveCapacity(512 + parameters.count + 40 * facts.animals.count)
        raw("{\"animals\":[")
        list(facts.animals) { $0.append($1) }
        raw("]")
        if let commune = facts.commune { try text(",\"commune\":", commune) }
        raw(",\"decision\":{")
        append(decision, facts)
        raw("}")
        if let designated = facts.designated {
            raw(",\"designated\":")
            strings(designated.sorted())
        }
        raw(",\"earlier\":[")
        list(facts.alreadyRequested.sorted { $0.key < $1.key }) { $0.append($1.key, $1.value, nil) }
        raw("],\"edition\":\(task.number),\"format\":\"\(FrozenDocument.currentFormat)\"")
        try text(",\"herd\":", task.subject.herdCode)
        try text(",\"holding\":", task.subject.holding)
        try text(",\"intervention\":", task.subject.number)
        raw(",\"parameters\":")
        bytes += parameters
        raw(",\"plans\":")
        strings(task.subject.plans.map { "\($0.disease.rawValue) \($0.matrix.rawValue) \($0.method)" })
        raw(",\"referenceDate\":\"")
        append(facts.referenceDate)
        raw("\",\"riskHerd\":\(facts.isRiskHerd),\"rules\":")
        bytes += rules
        raw(",\"seed\":\(facts.seed),\"struckOff\":")
        strings(task.struckOff.sorted())
        raw("}")
        return bytes
    }

    private mutating func append(_ decision: DocumentSelection.Decision, _ facts: DocumentSelection.Facts) {
        if let blood = decision.blood {
            raw("\"blood\":{\"eligible\":\(blood.eligible),\"required\":\(blood.required)},")
        }
        raw("\"requested\":[")
        list(decision.requested) { $0.append(facts.animals[$1.index].animal, $1.diseases, $1.level) }
        raw("]")
        if let skin = decision.tuberculin {
            raw(",\"tuberculin\":{\"ageMonths\":\(skin.ageMonths),\"ageRule\":\"\(skin.ageRule.rawValue)\",")
            raw("\"eligible\":\(skin.eligible)}")
        }
    }

    // MARK: Pieces

    private mutating func list<Elements: Sequence>(
        _ elements: Elements, _ append: (inout FrozenDocumentWriter, Elements.Element) -> Void
    ) {
        var isFirst = true
        for element in elements {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            append(&self, element)
        }
    }

    /// See `FrozenAnimal`. Numbers hold digits and capital letters only.
    private mutating func append(_ animal: SamplingSelection.Candidate) {
        bytes.append(UInt8(ascii: "\""))
        raw(animal.animal)
        raw(animal.sex == .male ? " M " : " F ")
        append(animal.birthDate)
        bytes.append(UInt8(ascii: " "))
        if let enteredOn = animal.enteredOn { append(enteredOn) } else { bytes.append(UInt8(ascii: "-")) }
        raw(animal.sampledForOtherDisease ? " 1\"" : " 0\"")
    }

    /// See `FrozenRequest`.
    private mutating func append(_ animal: String, _ diseases: Int, _ level: Int?) {
        bytes.append(UInt8(ascii: "\""))
        raw(animal)
        bytes.append(UInt8(ascii: " "))
        bytes.append(0x30 + UInt8(diseases & 7))
        bytes.append(UInt8(ascii: " "))
        bytes.append(level.map { 0x30 + UInt8($0 & 7) } ?? UInt8(ascii: "-"))
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func append(_ day: Day) {
        let (year, month, dayOfMonth) = day.components
        for divisor in [1000, 100, 10, 1] { bytes.append(0x30 + UInt8(year / divisor % 10)) }
        bytes.append(UInt8(ascii: "-"))
        bytes.append(0x30 + UInt8(month / 10))
        bytes.append(0x30 + UInt8(month % 10))
        bytes.append(UInt8(ascii: "-"))
        bytes.append(0x30 + UInt8(dayOfMonth / 10))
        bytes.append(0x30 + UInt8(dayOfMonth % 10))
    }

    /// Codes and numbers, which hold nothing that JSON escapes.
    private mutating func strings(_ values: [String]) {
        raw("[")
        list(values) { writer, value in
            writer.raw("\"")
            writer.raw(value)
            writer.raw("\"")
        }
        raw("]")
    }

    private mutating func raw(_ text: String) { bytes += text.utf8 }

    /// Text that somebody typed.
    private mutating func text(_ key: String, _ value: String) throws {
        raw(key)
        bytes += try CanonicalJSON.encode(value)
    }
}

extension FrozenDocument {
    static let ruleVersions = [
        SamplingSelection.name: SamplingSelection.version, TuberculinSelection.name: TuberculinSelection.version,
    ]
}
