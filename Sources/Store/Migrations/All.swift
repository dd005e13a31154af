/// Every migration, in order. Add at the end; never change one that was released.
package enum Migrations {
    package static let all: [Migration] = [
        foundation, register, campaign, results, evaluation, herdDesk, credentials, ties, apiAccess,
        jobs, followUpViews, notifications, webhooks, attachments, fetches, providerMail,
    ]
}
