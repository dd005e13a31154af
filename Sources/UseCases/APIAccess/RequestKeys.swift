import Store

package typealias StoredAnswer = Store.RequestKeyRow.Answer

/// A write under a key of the program's own choice: asked again, it is answered again and not done again.
///
/// Keys are kept for a day. Where the work fits one transaction, the answer is stored in it (`Context.alongside`); a
/// file that was judged when the server was killed is judged again: the same bytes change nothing.
package struct RequestKey: Sendable {
    package static let keptSeconds = 86_400
    /// After so long without an answer the one who asks again takes over: the first was killed.
    package static let patienceSeconds = 120

    package enum State: Sendable {
        /// To be done now, by the one who asked.
        case mine
        case answered(StoredAnswer)
    }

    package let key: String
    package let login: String
    /// SHA-256 of method, address, type and body.
    package let digest: String

    package init(_ key: String, of login: String, digest: String) {
        self.key = key
        self.login = login
        self.digest = digest
    }

    /// - Throws: `Refused` when the key stands for another request, or for one that is still at work.
    package func take(_ installation: Installation) async throws -> State {
        let (request, now) = (self, installation.clock())
        return try await installation.database.write { connection in
            try connection.forgetRequestKeys(before: now - RequestKey.keptSeconds)
            if try connection.take(request.key, of: request.login, digest: request.digest, at: now) { return .mine }
            guard let found = try connection.requestKey(request.key, of: request.login) else { return .mine }
            guard found.digest == request.digest else { throw Refused(APIFinding.keyReused) }
            if let answer = found.answer { return .answered(answer) }
            let isStale = now - found.begunAt >= RequestKey.patienceSeconds
            if isStale, try connection.takeOver(request.key, of: request.login, from: found.begunAt, at: now) {
                return .mine
            }
            throw Refused(APIFinding.keyBusy, ["seconds": "5"])
        }
    }

    package func store(_ answer: StoredAnswer, _ installation: Installation) async throws {
        let request = self
        try await installation.database.write { try $0.store(answer, for: request.key, of: request.login) }
    }

    /// For the transaction in which the work is done.
    package func store(_ answer: StoredAnswer, in connection: Connection) throws {
        try connection.store(answer, for: key, of: login)
    }

    /// The request was refused: nothing was done, the key may be used for the corrected one.
    package func release(_ installation: Installation) async throws {
        let request = self
        try await installation.database.write { try $0.release(request.key, of: request.login) }
    }
}
