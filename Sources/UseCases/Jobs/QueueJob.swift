import Kernel
import Store

/// Puts work in the queue, for the account that asks: its right is checked now, and again when the work runs.
package struct QueueJob: UseCase {
    /// A file as it was sent.
    package struct File: Sendable {
        package let name: String
        package let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    package let work: any JobWork
    package let title: String
    package let files: [File]

    package init(_ work: any JobWork, title: String, files: [File] = []) {
        self.work = work
        self.title = title
        self.files = files
    }

    package var intention: Intention { work.intention }
    package var department: String? { work.department }

    /// - Returns: the number of the job.
    package func run(_ context: Context) async throws -> Int64 {
        var ids = try await context.database.ids(2)
        let order = try work.order(ids.next(), title: title, for: context.actor.login, at: context.moment)
        var entry = AuditEntry(
            id: ids.next(), at: context.now, actor: context.actor.login, role: context.actor.role.rawValue,
            intention: intention.rawValue)
        entry.department = department
        entry.subject = "job:\(order.id)"
        let (audit, files) = (entry, files)
        try await context.database.write { connection in
            let kept = try files.map { file in
                JobFileRow(
                    name: file.name,
                    digest: try connection.putBlob(
                        file.bytes, mediaType: "application/octet-stream", at: context.now))
            }
            try connection.enqueue(order, files: kept)
            var audit = audit
            audit.details = kept.map { AuditDetail(subject: "file", outcome: "received", payload: $0.digest) }
            try connection.audit(audit)
        }
        return order.id
    }
}

extension JobWork {
    /// The row that waits in the queue.
    func order(
        _ id: Int64, title: String, for login: String?, at now: (text: String, seconds: Int)
    ) throws -> JobRow {
        JobRow(
            id: id, kind: Self.kind.rawValue, for: (login, department), title: title,
            work: try CanonicalJSON.string(self), at: now)
    }
}

extension Context {
    /// Now, as the queue counts.
    var moment: (text: String, seconds: Int) { (now, Instant.seconds(of: now) ?? 0) }
}
