import Exchange
import Kernel
import Prophylaxis
import Register

/// A parameter's value in French words, with its unit.
package enum ParameterWords {
    package static func text(of value: JSONValue, _ format: ParameterEntry.Format) -> String {
        switch value {
        case .integer(let number): number_(Int(number), format)
        case .string(let text): word(text, format)
        case .array(let values):
            values.isEmpty ? "aucun" : values.map { ParameterWords.text(of: $0, format) }.joined(separator: ", ")
        case .object(let fields):
            fields.isEmpty
                ? "aucun"
                : fields.sorted { $0.key < $1.key }.map { key, value in
                    "\(self.key(key, format)) : \(ParameterWords.text(of: value, format))"
                }.joined(separator: " ; ")
        case .bool(let value): value ? "oui" : "non"
        case .null, .number: "?"
        }
    }

    private static func number_(_ number: Int, _ format: ParameterEntry.Format) -> String {
        switch format {
        case .ageMonths, .ageByCommune: "\(number) mois révolus"
        case .months: "\(number) mois"
        case .weeks: plural(number, "semaine")
        case .days: plural(number, "jour")
        case .years:
            number == 0 ? "pas de dépistage propre" : number == 1 ? "chaque année" : "tous les \(number) ans"
        case .month: CodeWords.month(number)
        default: String(number)
        }
    }

    private static func word(_ text: String, _ format: ParameterEntry.Format) -> String {
        switch format {
        case .day: Day(text)?.french ?? text
        case .share: share(text)
        case .method, .methodByCommune:
            TestMethod(rawValue: text).map { "\(CodeWords.method($0)) (\(text))" } ?? text
        case .diseases: Disease(rawValue: text).map(CodeWords.disease) ?? text
        case .classes: HerdClass(rawValue: text)?.french ?? text
        case .rule: rule(text)
        case .reportModel: reportModel(text)
        default: text
        }
    }

    private static func key(_ key: String, _ format: ParameterEntry.Format) -> String {
        format == .laboratories ? Disease(rawValue: key).map(CodeWords.disease) ?? key : key
    }

    /// `1/5` as `20 %` where it comes out even.
    private static func share(_ text: String) -> String {
        guard let ratio = Ratio(text) else { return text }
        let (whole, rest) = (100 * ratio.numerator).quotientAndRemainder(dividingBy: ratio.denominator)
        return rest == 0 ? "\(whole) %" : text
    }

    private static func rule(_ text: String) -> String {
        switch EvaluationProposal.TuberculinRule(rawValue: text) {
        case .table6: "tableau 6 : de 90 % à moins de 100 %, B avec remarque ; en dessous, courrier"
        case .asBloodTests: "même tolérance que la brucellose et la leucose"
        case .noTolerance: "aucune tolérance"
        case nil: text
        }
    }

    private static func reportModel(_ text: String) -> String {
        switch TuberculinReportModel(rawValue: text) {
        case .lastPage: "dernière page du DAP (annexe III)"
        case .ownForm: "formulaire à part (annexe I de la note 2015-803)"
        case nil: text
        }
    }

    private static func plural(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number > 1 ? "s" : "")"
    }
}
