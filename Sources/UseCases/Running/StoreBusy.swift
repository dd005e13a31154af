import Store

/// Whether an error says that the database is at work for somebody else: nothing was done, and it may be tried again.
package func isStoreBusy(_ error: any Error) -> Bool {
    switch error as? StoreError {
    case .locked, .conflict: true
    default: false
    }
}
