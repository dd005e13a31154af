import Kernel
import Prophylaxis
import Register
import Store

/// Lists of interventions, of practices and farmers, of herds that the authority named.
extension ListFacts {
    static let interventionColumns = [
        "intervention", "etat", "origine", "ede", "atelier", "nom", "commune", "classe", "veterinaire", "cabinet",
        "prevue_le", "BRU", "BRU_motif", "LEU", "LEU_motif", "TUB", "TUB_motif", "motif",
    ]

    var interventionSections: [CampaignList.Section] {
        let rows = listings.map { listing in
            let plans = plans(of: listing)
            let tests = Disease.allCases.flatMap { disease in
                let own = plans.filter { $0.disease == disease }
                return [
                    own.map { "\(CodeWords.matrix($0.matrix)) \($0.method.rawValue)" }.joined(separator: " + "),
                    own.isEmpty ? "" : reasons(disease, of: listing),
                ]
            }
            let row = listing.intervention
            return [
                row.number, row.state.rawValue, row.origin.rawValue, listing.holding.number, listing.herdCode,
                listing.holding.name, listing.holding.insee ?? "",
                herdSetup(of: listing)?.herd.herdClass.rawValue ?? "", listing.veterinarian?.name ?? "",
                listing.veterinarian?.practiceCode ?? "", row.plannedOn?.description ?? "",
            ] + tests + [row.stateReason ?? ""]
        }
        return [CampaignList.Section(recipient: nil, title: "", rows: rows)]
    }

    static let practiceColumns = [
        "cabinet", "veterinaire", "intervention", "ede", "atelier", "nom", "detenteur", "adresse", "examens",
        "prevue_le",
    ]

    /// Herds that a veterinarian visits; bulk milk alone needs nobody. Those without practice come last.
    var practiceSections: [CampaignList.Section] {
        let visited = planned.filter { plans(of: $0).contains { $0.matrix != .milk } }
        let groups = Dictionary(grouping: visited) { $0.veterinarian?.practiceCode ?? "" }
        let codes = groups.keys.sorted { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }
        return codes.map { code in
            let listings = groups[code] ?? []
            let name = listings.first?.veterinarian?.practiceName
            return CampaignList.Section(
                recipient: code.isEmpty ? nil : code, title: name ?? "sans cabinet",
                rows: listings.map { practiceRow($0, name: name ?? "") })
        }
    }

    private func practiceRow(_ listing: InterventionListing, name: String) -> [String] {
        let tests = plans(of: listing).filter { $0.matrix != .milk }.map(words).joined(separator: ", ")
        return [
            name, listing.veterinarian?.name ?? "", listing.intervention.number, listing.holding.number,
            listing.herdCode, listing.holding.name, listing.holding.keeper ?? "", listing.addressLine, tests,
            listing.intervention.plannedOn?.description ?? "",
        ]
    }

    static let farmerColumns = [
        "ede", "nom", "detenteur", "adresse", "atelier", "intervention", "examens", "veterinaire", "debut", "fin",
        "prevue_le",
    ]

    /// One section for each holding: one letter, whatever its herds.
    var farmerSections: [CampaignList.Section] {
        let groups = Dictionary(grouping: planned) { $0.holding.number }
        return groups.keys.sorted().map { number in
            let listings = groups[number] ?? []
            let rows = listings.map { listing in
                [
                    number, listing.holding.name, listing.holding.keeper ?? "", listing.addressLine, listing.herdCode,
                    listing.intervention.number, plans(of: listing).map(words).joined(separator: ", "),
                    listing.veterinarian?.name ?? "", setup.campaign.startsOn.description,
                    setup.campaign.endsOn.description, listing.intervention.plannedOn?.description ?? "",
                ]
            }
            return CampaignList.Section(recipient: number, title: listings.first?.holding.name ?? "", rows: rows)
        }
    }

    static let authorisationColumns = [
        "ede", "atelier", "nom", "nature", "maladie", "depuis", "dans_la_campagne", "motif",
    ]

    func authorisationSections(_ kinds: [AuthorisationKind]) -> [CampaignList.Section] {
        let rows = setup.herds.filter { $0.inclusion.reasons.first != .closed }.flatMap { herd in
            herd.herd.authorisations.filter { kinds.contains($0.kind) }.map { standing in
                [
                    herd.herd.reference.holding, herd.herd.reference.herd, herd.herd.holdingName,
                    CodeWords.authorisation(standing.kind), standing.disease?.rawValue ?? "toutes",
                    standing.since.description, setup.isInside(herd) ? "oui" : "non",
                    herd.inclusion.reasons.map(CodeWords.inclusion).joined(separator: ", "),
                ]
            }
        }
        return [CampaignList.Section(recipient: nil, title: "", rows: rows)]
    }
}
