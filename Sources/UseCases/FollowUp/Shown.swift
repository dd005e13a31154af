import Store

/// What the pages show of the store as it is: rows without a life of their own.
package typealias FollowUpRow = Store.FollowUpRow
package typealias FollowUpFilter = Store.FollowUpFilter
package typealias InterventionIdentity = Store.InterventionIdentity
package typealias WorkListKind = Store.WorkListKind
package typealias DocumentCopy = Store.DispatchRow.Copy
package typealias DocumentFilter = Store.DocumentFilter
