import Exchange

/// The codes of a tuberculin report, for those who describe it to programs.
package enum TuberculinVocabulary {
    package static let methods = SkinMethodCode.allCases.map(\.rawValue)
    package static let outcomes = SkinOutcomeCode.allCases.map(\.rawValue)
    package static let untestedReasons = UntestedReasonCode.allCases.map(\.rawValue)
    /// The descriptors of annex 3.
    package static let counts = [
        "NTIDS", "NNIDSN", "NADIDS", "NPIDSP", "NTIDC", "NNIDC", "NAGDIDCTUB", "NAPDIDCTUB", "NPIDC",
    ]
}
