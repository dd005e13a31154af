import Kernel
import Prophylaxis
import Store

/// One document to be edited or validated in a chunk.
struct EditionTask: Sendable {
    let subject: DocumentSubject
    /// Number of the edition.
    let number: Int
    let editedOn: Day
    let referenceDate: Day
    let display: DocumentDisplay
    let seed: UInt64
    var request: VeterinarianRequest?
    var isDesignated = false

    /// The list so far, and the animals that two persons struck off it.
    var list: [ListedAnimal] = []
    /// In ascending order of their ids, without those struck off.
    var animals: [PresentAnimal] = []

    var struckOff: [String] { list.filter(\.row.isStruckOff).map(\.number) }
}

/// A veterinarian's request for a re-edition: who, and where it can be read (PRO-132).
package struct VeterinarianRequest: Sendable, Hashable {
    /// Order number or name.
    package let veterinarian: String
    /// E.g. `courriel du 12/01/2027`.
    package let trace: String

    package init(veterinarian: String, trace: String) {
        self.veterinarian = veterinarian
        self.trace = trace
    }
}

extension EditionTask {
    /// The facts of the selection.
    func facts(parentsNonNegative: [String]) -> DocumentSelection.Facts {
        var facts = DocumentSelection.Facts(
            referenceDate: referenceDate, seed: seed, animals: animals.map(\.facts),
            bloodDiseases: subject.diseases(by: .blood), skinDiseases: subject.diseases(by: .skin))
        facts.commune = subject.commune
        facts.isRiskHerd = subject.isRiskHerd(on: referenceDate)
        for listed in list where listed.row.firstEdition > 0 && !listed.row.isCancelled {
            facts.alreadyRequested[listed.number] = listed.row.diseases
        }
        if isDesignated {
            let named = list.filter { $0.row.firstEdition == 0 && !$0.row.isCancelled }.map(\.number)
            let designated = named.isEmpty ? parentsNonNegative : named
            facts.designated = designated.isEmpty ? nil : Set(designated)
        }
        return facts
    }
}

extension DocumentSubject {
    /// A document is needed for what a veterinarian takes; not for milk.
    var needsDocument: Bool { !plans.isEmpty }

    /// Twelve digits and what it is, for findings.
    var facts: KeyValuePairs<String, String> { ["intervention": number, "holding": holding] }
}
