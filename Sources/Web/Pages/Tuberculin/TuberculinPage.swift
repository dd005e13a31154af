import Kernel
import Mustache
import UseCases

/// The form of a tuberculin report.
struct TuberculinPage: PageModel {
    static let manual: String? = "tuberculination"
    struct Fault: Sendable {
        let target: String
        let sentence: String
        let wayOut: String
        let isRefused: Bool
    }

    let title = Catalogue.french.text("tuberculin", "title")
    let number: String
    let path: String
    let intervention: String
    let herd: String
    let herdPath: String
    let standing: String?
    /// Types somebody else's paper: the day of its receipt and the veterinarian are asked for.
    let isService: Bool
    let form: TypedForm
    let animals: [TypedAnimal]
    let extras: [TypedExtra]
    /// Of the document whose animals are shown.
    let edition: String
    var draftSavedAt: String?
    var isStored = false
    private(set) var faults: [Fault] = []
    private(set) var needsConfirmation = false
    private(set) var hasFaults = false
    let isEmpty: Bool
    let count: Int

    init(
        _ intervention: InterventionIdentity, _ entry: OpenTuberculinEntry.Outcome, _ form: TypedTuberculin,
        isService: Bool
    ) {
        let sheet = entry.sheet
        let form = form.moved(onto: sheet)
        edition = sheet.shownEdition
        number = intervention.number
        self.intervention = "/interventions/\(intervention.number)"
        path = "/interventions/\(intervention.number)/tuberculination"
        herd = "\(sheet.name) (\(sheet.holding)/\(sheet.herd))"
        herdPath = "/elevages/\(sheet.holding)/\(sheet.herd.formEncoded)"
        standing = sheet.standing.map { standing in
            let words = Catalogue.french
            let read = standing.readOn.map { ", \(words.text("tuberculin", "readShort")) \($0.french)" } ?? ""
            return "\(words.text("tuberculin", "standing")) \(standing.injectedOn.french)\(read)."
        }
        self.isService = isService
        self.form = TypedForm(form: form, sheet: sheet)
        animals = sheet.animals.map { TypedAnimal($0, form) }
        (isEmpty, count) = (sheet.animals.isEmpty, sheet.animals.count)
        extras = (1...form.extraSlots).map { TypedExtra(index: $0, form) }
    }

    /// The same sentences as everywhere, each with a link to its field.
    mutating func show(_ findings: [Finding]) {
        faults = findings.map { finding in
            let text = FindingTexts.text(of: finding)
            return Fault(
                target: finding.place?.column ?? TypedTuberculin.Field.comment, sentence: text.sentence,
                wayOut: text.wayOut, isRefused: finding.severity >= .refused)
        }
        hasFaults = !faults.isEmpty
        needsConfirmation = !faults.contains(where: \.isRefused)
    }
}

/// The general fields as they were typed.
struct TypedForm: MustacheParent, Sendable {
    let form: TypedTuberculin
    let sheet: TuberculinSheet

    func child(named name: String) -> Any? {
        switch name {
        case "methods":
            let chosen = form[TypedTuberculin.Field.method]
            return TypedTuberculin.methods.map {
                Choice($0.value, $0.title, isChosen: $0.value == (chosen.isEmpty ? sheet.method : chosen))
            }
        case "injectedOn": return form[TypedTuberculin.Field.injectedOn]
        case "injectedAt": return form[TypedTuberculin.Field.injectedAt]
        case "readOn": return form[TypedTuberculin.Field.readOn]
        case "readAt": return form[TypedTuberculin.Field.readAt]
        case "receivedOn": return form[TypedTuberculin.Field.receivedOn]
        case "veterinarian":
            let typed = form[TypedTuberculin.Field.veterinarian]
            return typed.isEmpty ? sheet.veterinarian ?? "" : typed
        case "comment": return form[TypedTuberculin.Field.comment]
        case "isSubjective": return form[TypedTuberculin.Field.subjective] == "oui"
        case "isMeasured": return form[TypedTuberculin.Field.subjective] == "non"
        default: return nil
        }
    }
}

/// One animal of the document, and what was chosen for it.
struct TypedAnimal: MustacheParent, Sendable {
    private let animal: TuberculinSheet.Animal
    private let choice: String
    private let measure: String

    init(_ animal: TuberculinSheet.Animal, _ form: TypedTuberculin) {
        self.animal = animal
        choice = form[TypedTuberculin.Field.outcome(animal.number)]
        measure = form[TypedTuberculin.Field.measure(animal.number)]
    }

    func child(named name: String) -> Any? {
        switch name {
        case "number": animal.number
        case "working": animal.workingNumber
        case "detail": "\(animal.sex == "M" ? "mâle" : "femelle"), \(animal.bornOn.french)"
        case "field": TypedTuberculin.Field.outcome(animal.number)
        case "measureField": TypedTuberculin.Field.measure(animal.number)
        case "measure": measure
        case "options": TypedAnimal.options(choice)
        default: nil
        }
    }

    static func options(_ chosen: String) -> [Choice] {
        TypedTuberculin.choices.map {
            Choice($0.value, $0.title, isChosen: $0.value == chosen)
        }
    }
}

/// An animal that the document does not name.
struct TypedExtra: MustacheParent, Sendable {
    let index: Int
    private let number: String
    private let choice: String

    init(index: Int, _ form: TypedTuberculin) {
        self.index = index
        number = form[TypedTuberculin.Field.extra(index)]
        choice = form[TypedTuberculin.Field.extraOutcome(index)]
    }

    func child(named name: String) -> Any? {
        switch name {
        case "index": index
        case "field": TypedTuberculin.Field.extra(index)
        case "outcomeField": TypedTuberculin.Field.extraOutcome(index)
        case "value": number
        case "options": TypedAnimal.options(choice)
        default: nil
        }
    }
}
