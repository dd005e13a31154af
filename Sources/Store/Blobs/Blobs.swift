/// Stored bytes: an issued document, a received file, the payload of an intention.
package struct Blob: Sendable {
    package let digest: ContentDigest
    package let mediaType: String
    package let bytes: [UInt8]
    /// UTC, ISO 8601.
    package let storedAt: String

    package init(digest: ContentDigest, mediaType: String, bytes: [UInt8], storedAt: String) {
        self.digest = digest
        self.mediaType = mediaType
        self.bytes = bytes
        self.storedAt = storedAt
    }
}

extension Connection {
    /// Stores bytes under their digest; the same bytes twice are one row. Bytes that were destroyed come back.
    package func putBlob(_ bytes: [UInt8], mediaType: String, at now: String) throws -> ContentDigest {
        let digest = ContentDigest(of: bytes)
        let stored = try count(
            "SELECT count(*) FROM blob WHERE digest = ? AND bytes IS NOT NULL", [SQLValue(digest)])
        if stored > 0 { return digest }
        try execute(
            """
            INSERT INTO blob (digest, media_type, size, bytes, stored_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (digest) DO UPDATE
            SET bytes = excluded.bytes, stored_at = excluded.stored_at, destroyed_at = NULL, destroyed_reason = NULL
            WHERE blob.bytes IS NULL
            """, [SQLValue(digest), .text(mediaType), .int(bytes.count), .bytes(bytes), .text(now)])
        return digest
    }

    /// The bytes under a digest, which they are checked against.
    /// - Throws: `.blobMissing`, `.blobDestroyed`, `.blobDamaged`.
    package func blob(_ digest: ContentDigest) throws -> Blob {
        let found = try first(
            "SELECT media_type, bytes, stored_at FROM blob WHERE digest = ?", [SQLValue(digest)]
        ) { row -> Blob? in
            guard let bytes = row.bytesOrNil(1) else { return nil }
            return Blob(digest: digest, mediaType: row.text(0), bytes: bytes, storedAt: row.text(2))
        }
        guard let found else { throw StoreError.blobMissing(digest: digest.hex) }
        guard let blob = found else { throw StoreError.blobDestroyed(digest: digest.hex) }
        guard ContentDigest(of: blob.bytes) == digest else { throw StoreError.blobDamaged(digest: digest.hex) }
        return blob
    }

    /// Destroys the bytes, as a retention rule demands, and keeps their digest, size and type as a trace.
    /// - Throws: `.blobMissing` when there is nothing to destroy.
    package func destroyBlob(_ digest: ContentDigest, reason: String, at now: String) throws {
        let changed = try execute(
            """
            UPDATE blob SET bytes = NULL, destroyed_at = ?, destroyed_reason = ?
            WHERE digest = ? AND bytes IS NOT NULL
            """, [.text(now), .text(reason), SQLValue(digest)])
        if changed == 0 { throw StoreError.blobMissing(digest: digest.hex) }
    }
}
