import Exchange
import Store

/// What the pages show of the store as it is: rows without a life of their own.
package typealias FollowUpRow = Store.FollowUpRow
package typealias AccountListing = Store.AccountListing
package typealias InvitedAccountRow = Exchange.InvitedAccountRow
package typealias InvitationSource = Exchange.ByteSource
package typealias SessionRow = Store.SessionRow
package typealias SignInEventRow = Store.SignInEventRow
package typealias FollowUpFilter = Store.FollowUpFilter
package typealias FollowUpOrder = Store.FollowUpOrder
package typealias WorkKind = Store.WorkListKind
