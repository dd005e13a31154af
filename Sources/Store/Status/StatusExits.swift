import Kernel
import Prophylaxis

/// Exits since the edition, for the few interventions where they matter: visited, and short of animals.
extension Connection {
    /// Sets what is deducted (10.6.3.1 NB 7) and how many requested animals are still there untested (decision 9).
    ///
    /// Blood only: a tuberculin report names its untested animals, a blood result its tested ones. Nothing is deducted
    /// while sera of a serum bank may still be analysed (decision 12).
    func readExits(_ query: StatusQuery, into chunk: inout InterventionChunk) throws {
        for disease in Disease.allCases {
            let short = chunk.heads.indices.filter { position in
                let facts = chunk.facts(at: position)
                return facts[facts.startIndex + disease.ordinal].isVisitedAndShort
            }.map { chunk.heads[$0].id }
            for ids in short.chunks(of: InterventionFilter.idLimit) {
                try readExits(of: disease, query, ids, into: &chunk)
            }
        }
    }

    private func readExits(
        of disease: Disease, _ query: StatusQuery, _ ids: [Int64], into chunk: inout InterventionChunk
    ) throws {
        let asked = try serumPending(disease, query, ids)
        var animals: [Int64: [ExitRow]] = [:]
        let condition = InterventionFilter.ids(ids).condition(on: "r.intervention_id")
        try rows(
            disease == .tuberculosis ? tuberculinExits(condition.sql) : bloodExits(condition.sql),
            (disease == .tuberculosis ? [] : [.text(disease.rawValue)]) + [.int(query.campaign)]
                + condition.arguments + [.int(Int64(disease.bit))]
        ) { row in
            animals[row.int(0), default: []].append(
                ExitRow(
                    animal: row.int(1), editedOn: row.day(2), tested: row.int(3) == 1,
                    exitedOn: row.int(4) == 1 ? nil : row.dayOrNil(5)))
        }
        for (intervention, animals) in animals {
            guard let index = chunk.index(intervention, disease), let visits = chunk.facts[index].visits,
                let editedOn = animals.map(\.editedOn).min()
            else { continue }
            let realisation = try CorrectedRealisation.decide(
                .init(
                    disease: disease, editedOn: editedOn, firstVisit: visits.first,
                    campaignEnd: query.parameters.endsOn,
                    animals: animals.map {
                        .init(animal: String($0.animal), tested: $0.tested, exitedOn: $0.exitedOn)
                    }),
                query.realisation)
            chunk.update(intervention, disease) {
                $0.deducted = asked.contains(intervention) ? 0 : realisation.deducted
                $0.presentUntested = animals.filter { !$0.tested && $0.exitedOn == nil }.count
            }
        }
    }

    /// Whose sera may still be analysed: the bank has not answered, or has announced results of which none has come
    /// since. That it cannot help ends it.
    private func serumPending(_ disease: Disease, _ query: StatusQuery, _ ids: [Int64]) throws -> Set<Int64> {
        let condition = InterventionFilter.ids(ids).condition(on: "q.intervention_id")
        return Set(
            try all(
                """
                SELECT q.intervention_id FROM serum_request q
                LEFT JOIN disease_state s ON s.campaign_id = q.campaign_id
                    AND s.intervention_id = q.intervention_id AND s.disease = q.disease
                WHERE q.campaign_id = ? AND \(condition.sql) AND q.disease = ?
                    AND (q.answer IS NULL OR (q.answer = 'answered'
                        AND (s.last_result_on IS NULL OR s.last_result_on < q.answered_on)))
                """, [.int(query.campaign)] + condition.arguments + [.text(disease.rawValue)]
            ) { $0.int(0) })
    }

    /// Each requested animal: tested by a readable result, still present, last day in the herd.
    private func bloodExits(_ condition: String) -> String {
        """
        SELECT r.intervention_id, r.animal_id, min(r.edited_on),
            max(CASE WHEN EXISTS (SELECT 1 FROM blood_result b WHERE b.campaign_id = r.campaign_id
                AND b.intervention_id = r.intervention_id AND b.disease = ? AND b.animal_id = r.animal_id
                AND b.replaced_at IS NULL AND (b.interpretation IN ('NEG', 'POS') OR b.decision IS NOT NULL))
                THEN 1 ELSE 0 END),
            \(StatusExitSQL.presence)
        WHERE r.campaign_id = ? AND \(condition) AND (r.diseases & ?) <> 0 AND r.cancelled_on IS NULL
        GROUP BY r.intervention_id, r.animal_id
        """
    }

    /// The same for tuberculin, where untested is what a standing report says it is.
    private func tuberculinExits(_ condition: String) -> String {
        """
        SELECT r.intervention_id, r.animal_id, min(r.edited_on),
            max(CASE WHEN EXISTS (SELECT 1 FROM tuberculin_animal t
                JOIN tuberculin_report p ON p.campaign_id = t.campaign_id AND p.intervention_id = t.intervention_id
                    AND p.id = t.report_id AND p.replaced_at IS NULL
                WHERE t.campaign_id = r.campaign_id AND t.intervention_id = r.intervention_id
                    AND t.animal_id = r.animal_id AND t.outcome = 'untested') THEN 0 ELSE 1 END),
            \(StatusExitSQL.presence)
        WHERE r.campaign_id = ? AND \(condition) AND (r.diseases & ?) <> 0 AND r.cancelled_on IS NULL
        GROUP BY r.intervention_id, r.animal_id
        """
    }
}

extension StatusQuery {
    /// The campaign's own limits, where it departs from the national ones.
    fileprivate var realisation: CorrectedRealisation.Parameters {
        var limits = CorrectedRealisation.Parameters()
        limits.maximumDays = parameters.evaluation.maximumDays
        limits.tolerance = parameters.evaluation.tolerance
        limits.tuberculinBandFrom = parameters.evaluation.tuberculinBandFrom
        return limits
    }
}

private enum StatusExitSQL {
    /// Whether any assignment to the herd is still open, the last day out of it, and the tables that tell.
    static let presence = """
        max(CASE WHEN a.animal_id IS NOT NULL AND a.until IS NULL THEN 1 ELSE 0 END), max(a.until)
        FROM requested_animal r
        JOIN intervention i ON i.campaign_id = r.campaign_id AND i.id = r.intervention_id
        LEFT JOIN herd_assignment a ON a.herd_id = i.herd_id AND a.animal_id = r.animal_id AND a.retracted_at IS NULL
        """
}

private struct ExitRow {
    let animal: Int64
    let editedOn: Day
    let tested: Bool
    let exitedOn: Day?
}

extension DiseaseFacts {
    fileprivate var isVisitedAndShort: Bool {
        guard visits != nil else { return false }
        if matrices.contains(.blood) { return blood.tested - testedOffDocument < requestedAnimals }
        guard matrices.contains(.skin), let tuberculin else { return false }
        return tuberculin.count.tested < requestedAnimals
    }
}
