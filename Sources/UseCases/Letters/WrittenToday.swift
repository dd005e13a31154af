import Documents
import Kernel
import Store

/// A letter that the same command wrote earlier today and that nobody has posted: it is handed out again, so that a
/// run that was killed between storing and handing out leaves no letter behind.
struct WrittenToday: Sendable {
    let id: Int64
    let subject: LetterSubject
    let ground: LetterGround

    /// The stored bytes.
    struct Found: Sendable {
        let letter: WrittenToday
        let bytes: [UInt8]
    }
}

extension WrittenToday.Found {
    func file(_ desk: LetterDesk) -> LetterFile {
        LetterFile(name: "\(letter.subject.number)-\(desk.kind.rawValue)-\(letter.id).pdf", bytes: bytes)
    }

    /// The letter as it would be drawn now; nil where that is another one, since its facts have changed.
    func print(_ desk: LetterDesk, extra: [LetterField: String], on press: Press) -> LetterPrint? {
        do {
            let print = try LetterDraft(letter.subject, letter.ground, desk, extra: extra).print(letter.id, desk)
            let job = PrintJob(title: desk.kind.title, author: desk.house.party.name, day: desk.today)
            return try pdf(job, [print], on: press) == bytes ? print : nil
        } catch {
            return nil
        }
    }
}

extension Connection {
    /// The bytes of letters by their ids, in the order of the register.
    func found(_ letters: [WrittenToday], of campaign: Int64) throws -> [WrittenToday.Found] {
        guard !letters.isEmpty else { return [] }
        let byID = Dictionary(uniqueKeysWithValues: letters.map { ($0.id, $0) })
        var filter = LetterFilter()
        filter.ids = letters.map(\.id)
        return try self.letters(of: campaign, filter).compactMap { entry in
            guard let letter = byID[entry.id] else { return nil }
            guard let digest = ContentDigest(hex: entry.documentDigest) else {
                throw StoreError.unreadable(column: "document_digest", found: entry.documentDigest)
            }
            return WrittenToday.Found(letter: letter, bytes: try blob(digest).bytes)
        }
    }
}
