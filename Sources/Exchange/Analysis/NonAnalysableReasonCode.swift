/// Why a laboratory could not analyse a sample (PRO-187, PRO-198).
package enum NonAnalysableReasonCode: String, CodeTable {
    case brokenTube = "broken-tube"
    case haemolysed
    case insufficient
    case missing
    case unidentified
    case late
    case technical
    case other

    package var french: String {
        switch self {
        case .brokenTube: "tube cassé"
        case .haemolysed: "sérum hémolysé"
        case .insufficient: "volume insuffisant"
        case .missing: "prélèvement absent de l'envoi"
        case .unidentified: "prélèvement non identifiable"
        case .late: "prélèvement trop ancien"
        case .technical: "incident technique du laboratoire"
        case .other: "autre motif"
        }
    }
    package static let index = CodeIndex<NonAnalysableReasonCode>()
}
