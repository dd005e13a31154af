import Kernel
import UseCases

/// Notes and calls about an intervention (PRO-201, PRO-220).
enum NoteActs {
    static let endpoints = [
        Endpoint(.post, "/interventions/:number/notes", .may(.interventionNote)) {
            try await InterventionActs.act($0, "note", note)
        }
    ]

    static func forms(_ file: InterventionFile, _ maker: ActFormMaker) -> [ActForm] {
        guard file.offers(.interventionNote) else { return [] }
        let id = "note"
        let kinds = NoteKind.allCases.map { Choice($0.rawValue, Catalogue.french.text("note", $0.rawValue)) }
        return [
            maker.form(
                id, to: "notes", (maker.word("addNote"), "addNote", nil),
                [
                    ActField("nature", in: id, maker.word("kind"), .choice(kinds)),
                    ActField("texte", in: id, maker.word("whatHappened"), .text),
                ],
                places: [
                    FollowUpFinding.noteEmpty.rawValue: "texte", FollowUpFinding.noteTooLong.rawValue: "texte",
                ])
        ]
    }

    private static func note(_ act: InterventionActs.Case) async throws -> [Finding] {
        guard let kind = NoteKind(rawValue: try act.form.require("nature")) else { throw WebFault.formUnreadable }
        try await AddNote(
            campaign: act.campaign, intervention: act.number, kind: kind, text: try act.form.require("texte")
        ).perform(act.context)
        return []
    }
}
