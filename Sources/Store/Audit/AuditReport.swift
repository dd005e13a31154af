/// What walking the chain found.
package struct AuditReport: Hashable, Sendable {
    package var sealedEntries = 0
    package var head: AuditHead?
    /// Entries that no seal covers yet: nothing protects them but their own digest.
    package var unsealedEntries = 0
    package var firstUnsealed: Int64?
    package var lastUnsealed: Int64?
    /// The first thing that is wrong, nil when all is well.
    package var fault: AuditFault?
}

/// Why the chain does not hold.
package enum AuditFault: Hashable, Sendable {
    /// The entry or a detail of it is not what was written. `seal` is nil in the unsealed tail.
    case entryChanged(id: Int64, seal: Int64?)
    /// The seal covers another number of entries than are there.
    case entryCount(seal: Int64, expected: Int, found: Int)
    /// A seal is missing before this one.
    case sealMissing(before: Int64)
    /// The seal does not follow from the one before and its entries: one of them was replaced.
    case sealBroken(seal: Int64)
    /// Entries point to a seal that does not exist.
    case strayEntries(count: Int)
    /// The chain does not contain the head that was exported: its end was cut off, or all of it was written anew.
    case headUnknown(AuditHead)
}
