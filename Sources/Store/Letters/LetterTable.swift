import Kernel

/// A letter or list that was sent, with the digest of its bytes.
package struct LetterRow: Sendable, Hashable {
    package let id: Int64
    package let department: String
    package let kind: String
    package let campaign: Int64
    package var intervention: Int64?
    package let recipient: String
    /// Who gets a copy, e.g. a veterinarian's name.
    package var copyTo: String?
    package let writtenOn: Day
    package let writtenBy: String
    package let factsJSON: String
    package let documentDigest: String
    package var sentOn: Day?

    package init(
        id: Int64, of campaign: CampaignRow, kind: String, to recipient: String, written: (on: Day, by: String),
        content: (factsJSON: String, digest: ContentDigest)
    ) {
        self.id = id
        department = campaign.department
        self.kind = kind
        self.campaign = campaign.id
        self.recipient = recipient
        (writtenOn, writtenBy) = written
        factsJSON = content.factsJSON
        documentDigest = content.digest.hex
    }
}

extension Connection {
    package func insert(_ letters: [LetterRow]) throws {
        let columns = [
            "id", "department", "kind", "campaign_id", "intervention_id", "recipient", "copy_to", "written_on",
            "written_by", "facts", "document_digest", "sent_on",
        ]
        try bulkInsert(into: "letter", columns: columns) { writer in
            for letter in letters {
                writer.int(letter.id)
                writer.text(letter.department)
                writer.text(letter.kind)
                writer.int(letter.campaign)
                writer.int(letter.intervention)
                writer.text(letter.recipient)
                writer.text(letter.copyTo)
                writer.day(letter.writtenOn)
                writer.text(letter.writtenBy)
                writer.text(letter.factsJSON)
                writer.text(letter.documentDigest)
                writer.day(letter.sentOn)
                try writer.endRow()
            }
        }
    }
}
