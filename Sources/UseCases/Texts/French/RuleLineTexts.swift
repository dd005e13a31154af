import Programmes

/// The sentences for a line of `vigie rules run` that has no answer, with what to do about it.
enum RuleLineTexts {
    static func message(of fault: RuleLineFault) -> String {
        switch fault {
        case .invalidJSON: "La ligne n'est pas un objet JSON : écrivez un objet par ligne, en UTF-8."
        case .missingField(let path): "Le champ « \(path) » manque."
        case .invalidValue(""): "Une valeur n'est pas admise : nombre trop grand ou caractère impossible."
        case .invalidValue(let path): "La valeur du champ « \(path) » n'est pas admise."
        case .unknownParameter(let path):
            "Le paramètre « \(path) » n'existe pas : « vigie rules explain » donne la liste."
        case .rule(let fault): message(of: fault)
        }
    }

    private static func message(of fault: RuleFault) -> String {
        switch fault {
        case .invalidValue(let field, .negative): "« \(field) » contient un nombre négatif."
        case .invalidValue(let field, .outOfRange): "« \(field) » sort des limites admises."
        case .invalidValue(let field, .endBeforeStart): "« \(field) » précède le début correspondant."
        case .invalidValue(let field, .listedTwice): "« \(field) » cite deux fois le même animal."
        case .evaluationNotFinal(let diseases):
            "L'évaluation est encore provisoire (NE ou AR) pour : \(diseases.joined(separator: ", "))."
        case .programmedButWithoutObject(let diseases):
            "Maladie programmée mais évaluée sans objet (SO) : \(diseases.joined(separator: ", "))."
        }
    }
}
