/// How a disease is tested for.
package enum TestMethodCode: String, CodeTable {
    case serology = "SER"
    case bufferedAntigen = "EAT"
    case complementFixation = "FC"
    case elisa = "ELISA"
    case simpleSkin = "IDS"
    case comparativeSkin = "IDC"

    package var french: String {
        switch self {
        case .serology: "sérologie, méthode non précisée"
        case .bufferedAntigen: "épreuve à l'antigène tamponné"
        case .complementFixation: "fixation du complément"
        case .elisa: "ELISA"
        case .simpleSkin: "intradermotuberculination simple"
        case .comparativeSkin: "intradermotuberculination comparative"
        }
    }
    package static let index = CodeIndex<TestMethodCode>()
}
