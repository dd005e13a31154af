import Kernel
import Prophylaxis

/// One line of an INFOLABO file: what a dairy laboratory found in the bulk milk of a holding (PRO-170).
///
/// Only the fields that the specification names are known; the other six are passed over when reading and left empty
/// when writing. No claim of compatibility with the unpublished format is made.
package struct MilkResultLine: TableRow {
    package var nature: MilkAnalysisCode
    package var sampledOn: Day
    package var analysedOn: Day
    package var holding: HoldingNumber
    package var siret: Siret?
    package var interpretation: Interpretation
    /// *Numéro de dossier*: the same one sent again replaces its earlier results (PRO-172).
    package var dossier: String
    /// The laboratory's number of the producer, where the profile says in which field it stands (PRO-190).
    package var producer: String?

    package var disease: Disease { nature.disease }

    package init(
        nature: MilkAnalysisCode, sampledOn: Day, analysedOn: Day, holding: HoldingNumber,
        interpretation: Interpretation, dossier: String
    ) {
        self.nature = nature
        self.sampledOn = sampledOn
        self.analysedOn = analysedOn
        self.holding = holding
        self.interpretation = interpretation
        self.dossier = dossier
    }

    package enum Column: Int, TableColumn {
        case nature, sampledOn, analysedOn, holding, siret, interpretation, dossier, producer

        package var definition: ColumnDefinition {
            switch self {
            case .nature: .init("Nature de l'analyse (champ 1)", .code(of: MilkAnalysisCode.self), .required)
            case .sampledOn: .init("Date de prélèvement (champ 4)", .pastDay, .required)
            case .analysedOn: .init("Date d'analyse (champ 5)", .pastDay, .required)
            case .holding: .init("Exploitation, n° EDE (champ 6)", .holdingNumber, .required)
            case .siret: .init("SIRET (champ 7)", .siret, .required, "Optional where the profile says so.")
            case .interpretation:
                .init("Interprétation (champ 12)", .code(of: Interpretation.self), .required)
            case .dossier:
                .init("Numéro de dossier (champ 13)", .text(64), .required, "Sent again, it replaces its results.")
            case .producer: .init("Numéro de producteur", .text(32), .optional, "In the field that the profile names.")
            }
        }
    }

    package static let table = TableSpecification(
        "milk-results", "Résultats lait (INFOLABO)", Column.self, key: [.dossier])

    package init?(_ fields: inout FieldScope<MilkResultLine>) {
        let nature: MilkAnalysisCode? = fields.code(.nature)
        let sampledOn = fields.day(.sampledOn)
        let analysedOn = fields.day(.analysedOn)
        let holding = fields.holdingNumber(.holding)
        siret = fields.siret(.siret)
        let interpretation: Interpretation? = fields.code(.interpretation)
        let dossier = fields.text(.dossier)
        producer = fields.text(.producer)
        guard let nature, let sampledOn, let analysedOn, let holding, let interpretation, let dossier else {
            return nil
        }
        fields.checkOrder(sampledOn, .analysedOn, analysedOn)
        self.nature = nature
        self.sampledOn = sampledOn
        self.analysedOn = analysedOn
        self.holding = holding
        self.interpretation = interpretation
        self.dossier = dossier
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .nature: cell(nature)
        case .sampledOn: sampledOn.description
        case .analysedOn: analysedOn.description
        case .holding: holding.description
        case .siret: cell(siret)
        case .interpretation: cell(interpretation)
        case .dossier: dossier
        case .producer: cell(producer)
        }
    }
}

/// Disease and method of a milk analysis (PRO-170).
package enum MilkAnalysisCode: String, CodeTable {
    case brucellosisSerology = "LBRUBVS"
    case leukosisSerology = "LLEUBVS"

    package var french: String {
        switch self {
        case .brucellosisSerology: "brucellose, sérologie"
        case .leukosisSerology: "leucose, sérologie"
        }
    }

    package var disease: Disease { self == .brucellosisSerology ? .brucellosis : .leukosis }
    package static let index = CodeIndex<MilkAnalysisCode>()
}
