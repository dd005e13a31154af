import Documents
import Kernel
import Prophylaxis
import Store

/// One edition with all that stands on its paper. The list is the frozen one: only names and descriptions come from the
/// register as it is now (PRO-151).
struct PrintableDocument: Sendable {
    let subject: DocumentSubject
    let edition: EditionRow
    let frozen: FrozenDocument
    let head: DocumentHead
    let details: [String: AnimalDetails]
    /// Sampled since, for whatever disease.
    let sampled: Set<String>
    /// Cancelled by two persons after the validation.
    let struckOff: Set<String>
    /// Animals that this edition was the first to ask for.
    let added: Set<String>
    let laboratories: [Int64: String]
    /// Diseases beside the campaign's that share the samples (PRO-60).
    let attachedDiseases: [String]

    /// Animal → diseases, of this edition and those before it.
    var requested: [String: Int] {
        (frozen.earlier + frozen.decision.requested).reduce(into: [:]) { $0[$1.animal, default: 0] |= $1.diseases }
    }

    var isZeroBovine: Bool { requested.isEmpty }

    /// Who gets the copy: the veterinarian, or the holding.
    func recipient(_ copy: DispatchRow.Copy) -> String {
        copy == .farmer ? subject.holding : head.veterinarian?.orderNumber ?? ""
    }
}

/// Who prints, and for whom the reports are.
struct PrintIssuer: Sendable {
    let campaign: String
    let party: Party
    let authority: Party
    let tuberculinReport: TuberculinReportModel
}

extension PrintableDocument {
    func samplingPrint(_ issuer: PrintIssuer, _ sheet: LabelSheet) -> SamplingPrint {
        let rows = animals
        var print = SamplingPrint(
            head: interventionHead(issuer), edition: samplingEdition, plans: plans, animals: rows,
            display: DocumentTexts.display(display), herdSize: frozen.animals.count,
            mention: mention, tuberculin: issuer.tuberculinReport == .lastPage ? tuberculinForm(issuer) : nil,
            sheet: sheet)
        print.gone = requested.count - stillRequested.count
        return print
    }

    /// Of the animals asked for, those that stand in the herd on the reference day: what the paper counts is what it
    /// lists (PRO-125).
    private var stillRequested: [String: Int] {
        let present = Set(frozen.animals.map(\.facts.animal))
        return requested.filter { present.contains($0.key) }
    }

    /// nil without a tuberculin test.
    func tuberculinPrint(_ issuer: PrintIssuer) -> TuberculinPrint? {
        tuberculinForm(issuer).map {
            TuberculinPrint(head: interventionHead(issuer), edition: samplingEdition, form: $0)
        }
    }

    private var mention: String? {
        let isBlood = subject.plans.contains { $0.matrix == .blood }
        let attached = isBlood && subject.kind == .main ? DocumentTexts.attached(attachedDiseases) : nil
        let mentions = [DocumentTexts.mention(subject.kind), attached].compactMap(\.self)
        return mentions.isEmpty ? nil : mentions.joined(separator: " ")
    }

    private var display: DocumentDisplay { DocumentDisplay(edition.display) ?? DocumentDisplay(.all) }

    private func interventionHead(_ issuer: PrintIssuer) -> InterventionHead {
        InterventionHead(
            campaign: issuer.campaign, number: subject.number, issuer: issuer.party,
            holding: HoldingNumber(stored: subject.holding),
            keeper: Party(head.keeper ?? head.holdingName, head.address),
            herd: head.herdName ?? "Atelier \(subject.herdCode)",
            herdClass: DocumentTexts.herdClass(head.herdClass),
            veterinarian: head.veterinarian.map { Party($0.name, $0.practice) } ?? Party("non désigné"),
            orderNumber: head.veterinarian.flatMap { try? OrderNumber(parsing: $0.orderNumber) })
    }

    private var samplingEdition: SamplingEdition {
        SamplingEdition(
            number: edition.number, day: edition.editedOn,
            validated: edition.state == .draft ? nil : edition.editedOn, validUntil: edition.validUntil,
            referenceDay: edition.referenceDate)
    }

    private var plans: [SamplingPlan] {
        subject.plans.map { plan in
            SamplingPlan(
                mark: plan.disease.mark, disease: plan.disease.frenchName, test: DocumentTexts.test(plan),
                laboratory: plan.matrix == .skin
                    ? "vétérinaire" : plan.laboratory.flatMap { laboratories[$0] } ?? "à préciser",
                requested: stillRequested.values.count { $0 & plan.disease.bit != 0 })
        }
    }

    /// In the order of what one reads on the ear tags.
    private var animals: [SampledAnimal] {
        let requested = requested
        return frozen.animals.compactMap { animal -> SampledAnimal? in
            let number = animal.facts.animal
            let subject = DocumentDisplay.Subject(
                birth: animal.facts.birthDate, isRequested: requested[number] != nil,
                isSampled: sampled.contains(number))
            guard display.shows(subject, on: frozen.referenceDate) else { return nil }
            return row(animal.facts, requested[number] ?? 0)
        }.sorted { ($0.workingNumber, $0.number.description) < ($1.workingNumber, $1.number.description) }
    }

    private func row(_ facts: SamplingSelection.Candidate, _ diseases: Int) -> SampledAnimal {
        let number = AnimalNumber(stored: facts.animal)
        let known = details[facts.animal]
        let isStruckOff = struckOff.contains(facts.animal)
        let marks = isStruckOff ? [] : Set(Disease.set(diseases).map(\.mark))
        let note = isStruckOff ? "annulé" : edition.number > 1 && added.contains(facts.animal) ? "ajouté" : nil
        return SampledAnimal(
            number: number, workingNumber: known?.workingNumber, birth: known?.birth ?? BirthDate(facts.birthDate),
            sex: facts.sex.rawValue, breed: known?.breed ?? "", entryDay: known?.entryDay ?? facts.enteredOn,
            entryCause: known?.entryCause, requested: marks, alreadySampled: sampled.contains(facts.animal), note: note)
    }

    private func tuberculinForm(_ issuer: PrintIssuer) -> TuberculinForm? {
        guard subject.plans.contains(where: { $0.matrix == .skin }) else { return nil }
        let count = stillRequested.values.count { $0 & Disease.tuberculosis.bit != 0 }
        return TuberculinForm(requested: count, returnTo: issuer.party, authority: issuer.authority)
    }
}

extension Disease {
    /// Title of its column.
    var mark: String { String(rawValue.prefix(1)) }
}
