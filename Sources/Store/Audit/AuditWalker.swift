/// Follows the chain row by row, in constant memory. Stops at the first fault.
///
/// Fed with entries left-joined to their details (`entryColumns`), ordered by seal, entry and position.
struct AuditWalker {
    private(set) var report = AuditReport()
    private let expected: AuditHead?
    private var foundExpected: Bool
    private var previousHash = AuditHash.origin
    private var seal: (seal: AuditSeal, hash: String, running: AuditHash, found: Int)?
    private var entry: (id: Int64, digest: String, running: AuditHash)?

    /// Nine columns of the entry, four of its detail.
    static let entryColumns = """
        e.id, e.at, e.actor, e.role, e.intention, e.department, e.subject, e.payload_digest, e.digest,
        d.position, d.subject, d.outcome, d.payload_digest
        """

    init(expected: AuditHead?) {
        self.expected = expected
        foundExpected = expected == nil
    }

    /// A row of the sealed part; the seal's columns come after the entry's.
    mutating func addSealed(_ row: borrowing Row) {
        guard report.fault == nil else { return }
        let number = row.int(13)
        if seal?.seal.number != number {
            endSeal()
            beginSeal(row, number)
        }
        if report.fault == nil, !row.isNull(0) { add(row) }
    }

    /// A row of the unsealed tail, once the sealed part has ended.
    mutating func addUnsealed(_ row: borrowing Row) {
        guard report.fault == nil else { return }
        if entry?.id != row.int(0) {
            report.unsealedEntries += 1
            report.firstUnsealed = report.firstUnsealed ?? row.int(0)
            report.lastUnsealed = row.int(0)
        }
        add(row)
    }

    mutating func endSealedPart() {
        endSeal()
        if report.fault == nil, !foundExpected, let expected { report.fault = .headUnknown(expected) }
    }

    mutating func endTail(entriesInAll: Int) {
        endEntry()
        let stray = entriesInAll - report.sealedEntries - report.unsealedEntries
        if report.fault == nil, stray != 0 { report.fault = .strayEntries(count: stray) }
    }

    // MARK: Seals

    private mutating func beginSeal(_ row: borrowing Row, _ number: Int64) {
        guard report.fault == nil else { return }
        guard number == (report.head?.seal ?? 0) + 1 else {
            report.fault = .sealMissing(before: number)
            return
        }
        let link = AuditSeal(
            number: number, previousHash: row.text(14), sealedAt: row.text(16), entryCount: row.int(17))
        seal = (link, row.text(15), AuditHash.begin(link), 0)
    }

    private mutating func endSeal() {
        endEntry()
        guard report.fault == nil, let ended = seal else { return }
        seal = nil
        let (link, hash) = (ended.seal, ended.hash)
        guard ended.found == Int(link.entryCount) else {
            report.fault = .entryCount(seal: link.number, expected: Int(link.entryCount), found: ended.found)
            return
        }
        guard link.previousHash == previousHash, ended.running.finish().hex == hash else {
            report.fault = .sealBroken(seal: link.number)
            return
        }
        previousHash = hash
        let head = AuditHead(seal: link.number, hash: hash)
        report.head = head
        report.sealedEntries += ended.found
        if head == expected { foundExpected = true }
    }

    // MARK: Entries

    private mutating func add(_ row: borrowing Row) {
        if entry?.id != row.int(0) {
            endEntry()
            if report.fault != nil { return }
            var read = AuditEntry(
                id: row.int(0), at: row.text(1), actor: row.text(2), role: row.text(3), intention: row.text(4))
            read.department = row.textOrNil(5)
            read.subject = row.textOrNil(6)
            read.payload = row.textOrNil(7).flatMap(ContentDigest.init(hex:))
            entry = (read.id, row.text(8), AuditHash.begin(read))
        }
        guard !row.isNull(9) else { return }
        let payload = row.textOrNil(12).flatMap(ContentDigest.init(hex:))
        entry?.running.add(
            AuditDetail(subject: row.text(10), outcome: row.text(11), payload: payload), position: row.int(9))
    }

    private mutating func endEntry() {
        guard var ended = entry else { return }
        entry = nil
        guard ended.running.finishEntry().hex == ended.digest else {
            if report.fault == nil { report.fault = .entryChanged(id: ended.id, seal: seal?.seal.number) }
            return
        }
        seal?.running.add(ended.digest)
        seal?.found += 1
    }
}
