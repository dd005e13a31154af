import Kernel
import Prophylaxis
import Store

/// What sampling documents need beyond the general fixture.
extension Fixture {
    /// A main intervention with its plans: `blood` and `skin` list the diseases.
    package func sampling(
        in campaign: Int64, of herd: Int64, blood: [Disease] = [.brucellosis, .leukosis], skin: Bool = false,
        laboratory: Int64? = nil
    ) throws -> Int64 {
        let id = try intervention(in: campaign, of: herd)
        for disease in blood { try plan(disease, in: campaign, id, laboratory: laboratory) }
        if skin { try plan(.tuberculosis, .skin, in: campaign, id) }
        return id
    }

    package func plan(
        _ disease: Disease, in campaign: Int64, _ intervention: Int64, laboratory: Int64?
    ) throws {
        try insertRow(
            "requested_plan",
            [
                "campaign_id": .int(campaign), "intervention_id": .int(intervention),
                "disease": .text(disease.rawValue), "matrix": "blood", "method": "EAT",
                "laboratory_id": .intOrNull(laboratory),
            ])
    }

    /// An animal that came from another keeper on a day.
    package func introduced(
        _ number: String, in herd: Int64, born: String, on day: String, sex: String = "F"
    ) throws -> Int64 { try animal(number, in: herd, born: born, sex: sex, since: day) }

    package func veterinarian(_ orderNumber: String = "99001", name: String = "Dr Fictif") throws -> Int64 {
        try insert("veterinarian", ["order_number": .text(orderNumber), "name": .text(name)])
    }

    package func designate(_ veterinarian: Int64, for herd: Int64, since: String = "2015-01-01") throws {
        try insertRow(
            "herd_veterinarian",
            [
                "herd_id": .int(herd), "role": "health", "since": .text(since), "veterinarian_id": .int(veterinarian),
                "accepted_on": .text(since),
            ])
    }

    package func authorise(_ kind: String, herd: Int64, since: String, until: String? = nil) throws {
        try insert(
            "authorisation",
            [
                "herd_id": .int(herd), "kind": .text(kind), "since": .text(since), "until": .textOrNull(until),
            ])
    }

    /// A sample for a disease that is not in the campaign.
    package func otherSample(_ animal: Int64, in campaign: Int64, plan: String = "IBR", on day: String) throws {
        try insertRow(
            "other_sample",
            [
                "campaign_id": .int(campaign), "animal_id": .int(animal), "plan": .text(plan), "sampled_on": .text(day),
                "source": "essai",
            ])
    }

    /// When the visit is planned, and who is named on the document.
    package func plan(visit: String, veterinarian: Int64?, of intervention: Int64) throws {
        try execute(
            "UPDATE intervention SET planned_on = ?, veterinarian_id = ? WHERE id = ?",
            [SQLValue(Day(visit)), .intOrNull(veterinarian), .int(intervention)])
    }

    package func number(of intervention: Int64) -> String {
        let suffix = String(intervention)
        return "9900" + String(repeating: "0", count: 8 - suffix.count) + suffix
    }
}
