import Kernel
import Store
import TestSupport
import Testing

@Suite("Stored bytes")
struct BlobTests {
    private let document = Array("%PDF-1.7 \0\u{1}\\x".utf8) + [255, 254]

    @Test("the same bytes twice are one row, and come back as they were", arguments: Engine.allCases)
    func content(_ engine: Engine) async throws {
        let document = document
        try await withDatabase(engine) { database in
            let digests = try await database.write { connection in
                try (0..<2).map { _ in
                    try connection.putBlob(document, mediaType: "application/pdf", at: testTime)
                }
            }
            #expect(digests[0] == digests[1])
            let (blob, rows) = try await database.read { connection in
                (try connection.blob(digests[0]), try connection.count("SELECT count(*) FROM blob"))
            }
            #expect(blob.bytes == document)
            #expect(blob.mediaType == "application/pdf")
            #expect(blob.storedAt == testTime)
            #expect(rows == 1)
        }
    }

    @Test("the digest is SHA-256")
    func digest() {
        #expect(
            ContentDigest(of: Array("abc".utf8)).hex
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(ContentDigest(hex: "ABC") == nil)
    }

    @Test("changed bytes are told, when read and by check", arguments: Engine.allCases)
    func damaged(_ engine: Engine) async throws {
        let document = document
        try await withDatabase(engine) { database in
            let digest = try await database.write { connection in
                let digest = try connection.putBlob(document, mediaType: "application/pdf", at: testTime)
                try connection.execute("UPDATE blob SET bytes = ?", [.bytes([1])])
                return digest
            }
            await #expect(throws: StoreError.blobDamaged(digest: digest.hex)) {
                try await database.read { try $0.blob(digest) }
            }
            let findings = try await database.check()
            #expect(findings.map(\.code) == ["blob-damaged"])
            #expect(findings.first?["digest"] == digest.hex)
        }
    }

    @Test("destroyed bytes leave their digest, and no complaint", arguments: Engine.allCases)
    func destroyed(_ engine: Engine) async throws {
        let document = document
        try await withDatabase(engine) { database in
            let digest = try await database.write { connection in
                let digest = try connection.putBlob(document, mediaType: "application/pdf", at: testTime)
                try connection.destroyBlob(digest, reason: "retention-5-years", at: testTime)
                return digest
            }
            await #expect(throws: StoreError.blobDestroyed(digest: digest.hex)) {
                try await database.read { try $0.blob(digest) }
            }
            #expect(try await database.check().isEmpty)
            try await database.write { _ = try $0.putBlob(document, mediaType: "application/pdf", at: testTime) }
            #expect(try await database.read { try $0.blob(digest).bytes } == document)
        }
    }

    @Test("what was never stored is missing", arguments: Engine.allCases)
    func missing(_ engine: Engine) async throws {
        let digest = ContentDigest(of: [])
        try await withDatabase(engine) { database in
            await #expect(throws: StoreError.blobMissing(digest: digest.hex)) {
                try await database.read { try $0.blob(digest) }
            }
            await #expect(throws: StoreError.blobMissing(digest: digest.hex)) {
                try await database.write { try $0.destroyBlob(digest, reason: "x", at: testTime) }
            }
        }
    }
}
