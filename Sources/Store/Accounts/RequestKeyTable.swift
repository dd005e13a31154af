/// One write of a program under the key that it chose (`Idempotency-Key`): what was asked, and what was answered.
package struct RequestKeyRow: Sendable, Hashable {
    package struct Answer: Sendable, Hashable {
        package let status: Int
        package let mediaType: String
        package let bytes: [UInt8]

        package init(status: Int, mediaType: String, bytes: [UInt8]) {
            self.status = status
            self.mediaType = mediaType
            self.bytes = bytes
        }
    }

    /// SHA-256 of the request.
    package let digest: String
    /// Seconds since 1970.
    package let begunAt: Int
    /// nil while the work goes on, or when it was killed.
    package let answer: Answer?
}

extension Connection {
    package func requestKey(_ key: String, of login: String) throws -> RequestKeyRow? {
        try first(
            "SELECT digest, begun_at, status, media_type, answer FROM request_key WHERE login = ? AND key = ?",
            [.text(login), .text(key)]
        ) { row in
            let answer = row.intOrNil(2).map {
                RequestKeyRow.Answer(status: Int($0), mediaType: row.textOrNil(3) ?? "", bytes: row.bytesOrNil(4) ?? [])
            }
            return RequestKeyRow(digest: row.text(0), begunAt: Int(row.int(1)), answer: answer)
        }
    }

    /// - Returns: false when the key is taken.
    package func take(_ key: String, of login: String, digest: String, at seconds: Int) throws -> Bool {
        try execute(
            """
            INSERT INTO request_key (login, key, digest, begun_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (login, key) DO NOTHING
            """, [.text(login), .text(key), .text(digest), .int(seconds)]) == 1
    }

    /// Takes over what somebody began and never answered.
    package func takeOver(_ key: String, of login: String, from begunAt: Int, at seconds: Int) throws -> Bool {
        try execute(
            """
            UPDATE request_key SET begun_at = ? WHERE login = ? AND key = ? AND begun_at = ? AND status IS NULL
            """, [.int(seconds), .text(login), .text(key), .int(begunAt)]) == 1
    }

    package func store(_ answer: RequestKeyRow.Answer, for key: String, of login: String) throws {
        try execute(
            "UPDATE request_key SET status = ?, media_type = ?, answer = ? WHERE login = ? AND key = ?",
            [.int(answer.status), .text(answer.mediaType), .bytes(answer.bytes), .text(login), .text(key)])
    }

    /// Nothing was done under it: it may be used again.
    package func release(_ key: String, of login: String) throws {
        try execute(
            "DELETE FROM request_key WHERE login = ? AND key = ? AND status IS NULL", [.text(login), .text(key)])
    }

    package func forgetRequestKeys(before seconds: Int) throws {
        try execute("DELETE FROM request_key WHERE begun_at < ?", [.int(seconds)])
    }
}
