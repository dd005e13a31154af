import Kernel
import Register

/// What programs can be told of.
package enum WebhookKind: String, Codable, Sendable, CaseIterable {
    /// Results of blood, milk or skin belong to an intervention, or one of them was decided or replaced.
    case resultsReceived = "results.received"
    /// A sampling document was validated, for the first time or anew.
    case documentIssued = "document.issued"
    /// An inspection report was issued.
    case reportIssued = "report.issued"
    /// The status of a disease of an intervention is another than at the computation before.
    case statusChanged = "status.changed"
    /// A file of results was judged: its acknowledgement is there.
    case fileJudged = "file.judged"
    /// Nothing happened: who added an address tries it.
    case ping

    /// Those that one can ask for.
    package static let offered = allCases.filter { $0 != .ping }

    /// What one must be allowed, to be told.
    package var intention: Intention {
        switch self {
        case .resultsReceived, .reportIssued, .statusChanged: .interventionRead
        case .documentIssued: .documentPrint
        case .fileJudged: .importRead
        case .ping: .webhookManage
        }
    }
}

package enum WebhookFinding: String, FindingCode {
    /// No such webhook, or not one's own [webhook].
    case unknown = "webhook-unknown"
    case deliveryUnknown = "webhook-delivery-unknown"
    /// No address that can be called.
    case addressMalformed = "webhook-address-malformed"
    case addressInsecure = "webhook-address-insecure"
    /// One of a network that is not public.
    case addressForbidden = "webhook-address-forbidden"
    case kindsMissing = "webhook-kinds-missing"
    /// A kind that the account's role is never told of [kind].
    case kindRefused = "webhook-kind-refused"
    /// As many as an account may have are there [most].
    case tooMany = "webhook-too-many"
    /// Its deliveries have ended with it [webhook].
    case notActive = "webhook-not-active"
    /// The delivery is still under way [delivery].
    case underWay = "webhook-under-way"
    /// The job's delivery was given up, or nobody is left to be told [delivery, fault].
    case givenUp = "webhook-given-up"
}
