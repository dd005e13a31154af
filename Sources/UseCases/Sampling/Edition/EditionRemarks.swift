import Kernel
import Programmes
import Prophylaxis
import Store

/// What someone should know about an edition; none of it blocks (AMB-28, PRO-96, PRO-145).
extension EditionBatch {
    func remarks(
        on task: EditionTask, _ decision: DocumentSelection.Decision, _ edition: EditionRow
    ) throws -> [Finding] {
        var findings = try dateRemarks(on: task)
        if decision.requested.isEmpty {
            findings.append(
                Finding(
                    SamplingFinding.zeroBovine, .info,
                    [
                        "intervention": task.subject.number, "holding": task.subject.holding,
                        "cattle": String(task.animals.count),
                    ]))
        }
        for plan in task.subject.plans where plan.matrix == .blood && plan.laboratory == nil {
            findings.append(
                Finding(
                    SamplingFinding.planWithoutLaboratory, .warning,
                    ["intervention": task.subject.number, "disease": plan.disease.rawValue]))
        }
        if let expected = task.subject.healthVeterinarian(on: today), expected != task.subject.veterinarian {
            findings.append(Finding(SamplingFinding.wrongVeterinarian, .warning, task.subject.facts))
        }
        return findings
    }

    private func dateRemarks(on task: EditionTask) throws -> [Finding] {
        let dates = try dates(of: task)
        return dates.warnings.map { warning in
            Finding(
                warning.finding, .warning,
                [
                    "intervention": task.subject.number, "visit": task.subject.plannedOn?.french ?? "",
                    "editableFrom": dates.editableFrom?.french ?? "", "deliveredBy": dates.deliveredBy?.french ?? "",
                    "validUntil": dates.validUntil.french, "referenceDate": task.referenceDate.french,
                ])
        }
    }
}

extension DocumentDates.Warning {
    var finding: SamplingFinding {
        switch self {
        case .editedTooEarly: .editedTooEarly
        case .deliveredTooLate: .deliveredTooLate
        case .expiresBeforeVisit: .expiresBeforeVisit
        case .agesOfAnotherDay: .agesOfAnotherDay
        }
    }
}
