import Crypto

/// The canonical bytes of entries and seals, hashed as they come.
///
/// Every field is written as its length in bytes, `:`, and its UTF-8; NULL is `-`. So no two different entries have
/// the same bytes, and the format can be written again from this paragraph: for an entry `vigie-audit-1`, id, at,
/// actor, role, intention, department, subject, payload digest; for each detail `+`, position, subject, outcome,
/// payload digest; at last `.`.
/// For a seal `vigie-seal-1`, number, previous hash, time, number of entries, the entries' digests by ascending id.
struct AuditHash {
    private var hash = SHA256()

    /// The hash before the first seal.
    static let origin = String(repeating: "0", count: 64)

    mutating func add(_ field: String?) {
        guard let field else { return hash.update(data: [UInt8(ascii: "-")]) }
        var bytes = Array("\(field.utf8.count):".utf8)
        bytes.append(contentsOf: field.utf8)
        hash.update(data: bytes)
    }

    mutating func add(_ value: Int64) { add(String(value)) }

    func finish() -> ContentDigest { ContentDigest(hash.finalize()) }

    // MARK: Entries

    static func begin(_ entry: AuditEntry) -> AuditHash {
        var hash = AuditHash()
        hash.add("vigie-audit-1")
        hash.add(entry.id)
        for field in [entry.at, entry.actor, entry.role, entry.intention] { hash.add(field) }
        for field in [entry.department, entry.subject, entry.payload?.hex] { hash.add(field) }
        return hash
    }

    mutating func add(_ detail: AuditDetail, position: Int64) {
        add("+")
        add(position)
        for field in [detail.subject, detail.outcome, detail.payload?.hex] { add(field) }
    }

    mutating func finishEntry() -> ContentDigest {
        add(".")
        return finish()
    }

    static func digest(of entry: AuditEntry) -> ContentDigest {
        var hash = begin(entry)
        for (index, detail) in entry.details.enumerated() { hash.add(detail, position: Int64(index + 1)) }
        return hash.finishEntry()
    }

    // MARK: Seals

    static func begin(_ seal: AuditSeal) -> AuditHash {
        var hash = AuditHash()
        hash.add("vigie-seal-1")
        hash.add(seal.number)
        hash.add(seal.previousHash)
        hash.add(seal.sealedAt)
        hash.add(seal.entryCount)
        return hash
    }
}

/// One link of the chain: it covers `entryCount` entries and the seal before it.
struct AuditSeal {
    let number: Int64
    let previousHash: String
    let sealedAt: String
    let entryCount: Int64
}
