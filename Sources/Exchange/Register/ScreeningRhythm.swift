import Kernel
import Prophylaxis

/// How often a disease is looked for: due when (campaign year − phase) mod interval = 0; interval 0 = not screened
/// (decision 13, PRO-73).
package struct ScreeningRhythm: Sendable, Hashable {
    package var disease: Disease
    /// Years.
    package var interval: Int
    package var phase: Int

    package init(disease: Disease, interval: Int, phase: Int) {
        self.disease = disease
        self.interval = interval
        self.phase = phase
    }

    static let intervalDefinition = ColumnDefinition(
        "Rythme (années)", .integer(0...20), .required, "0: not screened; 1: every year.")
    static let phaseDefinition = ColumnDefinition(
        "Phase", .integer(0...19), .required,
        "Remainder of the campaign's first year by the interval in years when due.")
}

extension FieldScope {
    mutating func rhythm(_ disease: Row.Column, _ interval: Row.Column, _ phase: Row.Column) -> ScreeningRhythm? {
        let diseaseCode: Disease? = code(disease)
        let years = integer(interval)
        let remainder = integer(phase)
        guard let diseaseCode, let years, let remainder else { return nil }
        if remainder >= max(1, years) {
            tell(
                ExchangeFinding.phaseOutOfInterval, .refused, phase,
                ["phase": String(remainder), "interval": String(years)])
        }
        return ScreeningRhythm(disease: diseaseCode, interval: years, phase: remainder)
    }
}
