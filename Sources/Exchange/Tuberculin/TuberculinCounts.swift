/// The nine numeric descriptors of Annex 3 (PRO-312), each absent when it was not filled in.
package struct TuberculinCounts: Sendable, Hashable {
    package var ntids: Int?
    package var nnidsn: Int?
    package var nadids: Int?
    package var npidsp: Int?
    package var ntidc: Int?
    package var nnidc: Int?
    package var nagdidctub: Int?
    package var napdidctub: Int?
    package var npidc: Int?

    package init() {}

    static let kind = FieldKind.integer(0...100_000)

    /// One method's numbers.
    struct Sum {
        let tested: Int?
        let negative: Int?
        let nonNegative: Int

        var counted: Int { (negative ?? 0) + nonNegative }

        /// Tested is negative plus non-negative where both are filled; where the negatives are not, it is at least the
        /// non-negatives (PRO-196).
        var addsUp: Bool {
            guard let tested else { return true }
            return negative == nil ? tested >= nonNegative : tested == counted
        }
    }

    var simple: Sum { Sum(tested: ntids, negative: nnidsn, nonNegative: (nadids ?? 0) + (npidsp ?? 0)) }
    var comparative: Sum {
        Sum(tested: ntidc, negative: nnidc, nonNegative: (nagdidctub ?? 0) + (napdidctub ?? 0) + (npidc ?? 0))
    }

    init(_ fields: inout FieldScope<TuberculinReportRow>) {
        ntids = fields.integer(.ntids)
        nnidsn = fields.integer(.nnidsn)
        nadids = fields.integer(.nadids)
        npidsp = fields.integer(.npidsp)
        ntidc = fields.integer(.ntidc)
        nnidc = fields.integer(.nnidc)
        nagdidctub = fields.integer(.nagdidctub)
        napdidctub = fields.integer(.napdidctub)
        npidc = fields.integer(.npidc)
    }

    /// nil also for a column that is no count.
    subscript(column: TuberculinReportRow.Column) -> Int? {
        switch column {
        case .ntids: ntids
        case .nnidsn: nnidsn
        case .nadids: nadids
        case .npidsp: npidsp
        case .ntidc: ntidc
        case .nnidc: nnidc
        case .nagdidctub: nagdidctub
        case .napdidctub: napdidctub
        case .npidc: npidc
        default: nil
        }
    }
}
