import Kernel

/// What a form lacks before any rule is asked.
package enum FormFinding: String, FindingCode {
    /// [field], in words.
    case fieldMissing = "form-field-missing"
    /// What should be a day: [value].
    case dayUnreadable = "form-day-unreadable"
    /// No line of a list was ticked.
    case nothingTicked = "form-nothing-ticked"
    /// A filter in an address that cannot be read: [field], [value], [allowed].
    case filterRefused = "form-filter-refused"
}
