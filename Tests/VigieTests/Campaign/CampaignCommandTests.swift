import Foundation
import TestSupport
import Testing

/// The main paths of `vigie campaign`, as people type them.
@Suite struct CampaignCommandTests {
    @Test("PRO-54, PRO-98, PRO-106: from creation to the list of interventions", arguments: Engine.allCases)
    func mainPath(engine: Engine) async throws {
        try await CampaignScene.with(engine) { scene in
            let created = try await scene.vigie("create", "--department", "63", "--year", "2021")
            #expect(created.status == 0)
            #expect(created.text == "Campagne PB 2021 (63) ouverte, du 01/10/2020 au 30/04/2021.\n")
            #expect(created.complaint.contains("16/09/2020"))

            let checked = try await scene.vigie("check", "--department", "63", "--year", "2021", "--step", "5.5")
            #expect(checked.status == 0)
            #expect(checked.text.contains("5.5 PRO-101  Attention : Aucun laboratoire"))

            let early = try await scene.vigie("execute", "--department", "63")
            #expect(early.status == 1)
            #expect(early.complaint.contains("[campaign-wrong-state]"))

            #expect(try await scene.vigie("validate", "--department", "63").status == 0)
            let executed = try await scene.vigie("execute", "--department", "63")
            #expect(
                executed.text
                    == "Campagne exécutée : 3 interventions, plans : sang 6, lait 0, tuberculination 3 ; "
                    + "sans vétérinaire sanitaire : 3.\n")
            let again = try await scene.vigie("execute", "--department", "63")
            #expect(again.text.hasPrefix("Déjà exécutée, rien n'a changé : 3 interventions"))

            let list = try await scene.vigie("lists", "interventions", "--department", "63")
            #expect(list.lines.count == 4)
            #expect(list.lines[1].hasPrefix("202100000001;planned;execution;99000001;A;"))
            let shown = try await scene.vigie("list")
            #expect(shown.text.contains("exécutée  3 interventions"))
        }
    }

    @Test("PRO-12, PRO-13: values from a TOML file, each shown with its source and reason")
    func parameters() async throws {
        try await CampaignScene.with(.sqlite) { scene in
            let file = try scene.file(
                "campagne.toml",
                """
                startsOn = 2020-11-01
                [tuberculin]
                method = "IDS"
                ageMonthsByCommune = { "63113" = 12 }
                [milk]
                leukosisMonth = 2
                [justifications]
                startsOn = "arrêté préfectoral"
                "tuberculin.method" = "convention, article 3"
                """)
            let created = try await scene.vigie(
                "create", "--department", "63", "--year", "2021", "--parameters", file)
            #expect(created.status == 0)
            let shown = try await scene.vigie("show", "--department", "63").text
            #expect(shown.contains("Début de la campagne : 01/11/2020\n"))
            #expect(shown.contains("startsOn — 3.4.3 (PRO-65) — valeur locale : arrêté préfectoral"))
            #expect(shown.contains("Tuberculination : intradermotuberculination simple (IDS)"))
            #expect(shown.contains("63113 : 12 mois révolus"))
            #expect(shown.contains("Mois du lait, leucose : février"))
            #expect(shown.contains("endsOn — 3.4.3 (PRO-65) — valeur nationale"))
        }
    }

    @Test(
        "PRO-13: a file that is wrong is refused with its place",
        arguments: [
            ("a = [1", "toml-syntax", "ligne 1"), ("methode = 1", "campaign-parameter-unknown", "methode"),
            ("startsOn = \"demain\"", "campaign-parameter-value", "startsOn"),
            ("endsOn = 2023-04-30", "campaign-dates-impossible", "2021"),
        ])
    func wrongFile(text: String, code: String, naming: String) async throws {
        try await CampaignScene.with(.sqlite) { scene in
            let file = try scene.file("campagne.toml", text)
            let outcome = try await scene.vigie(
                "create", "--department", "63", "--year", "2021", "--parameters", file)
            #expect(outcome.status == 1)
            #expect(outcome.complaint.contains("[\(code)]"))
            #expect(outcome.complaint.contains(naming))
            #expect(try await scene.count("SELECT count(*) FROM campaign") == 0)
        }
    }

    @Test("PRO-12, PRO-92: the convention is the authority's, its file read as the manual shows it")
    func convention() async throws {
        try await CampaignScene.with(.sqlite) { scene in
            let manual = try String(contentsOf: CampaignCommandTests.manual, encoding: .utf8)
            let fence = "```toml\n# convention"
            let start = try #require(manual.range(of: fence))
            let end = try #require(manual.range(of: "```", range: start.upperBound..<manual.endIndex))
            let file = try scene.file("convention.toml", "#" + manual[start.upperBound..<end.lowerBound])
            let arguments = ["--department", "63", "--set", file, "--justification", "signée le 1er septembre"]
            let refused = try await scene.vigie("convention", arguments[0], arguments[1], arguments[2], arguments[3])
            #expect(refused.status == 1)
            let set = try await scene.vigie(
                "convention", arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5],
                as: "ddpp")
            #expect(set.status == 0, "\(set.complaint)")
            let shown = try await scene.vigie("convention", "--department", "63").text
            #expect(shown.contains("\"quadripartite\""))
        }
    }

    private static let manual = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/manual/campagne.md")

    @Test("PRO-73: an undefined rhythm stops the validation, with its commune and what to do")
    func undefinedRhythm() async throws {
        try await CampaignScene.with(.sqlite) { scene in
            try await scene.vigie("create", "--department", "63", "--year", "2021")
            try await scene.vigie("set", "--department", "63", "includedHerds", "99000001/A")
            let database = try await scene.withoutRhythm()
            let outcome = try await database.vigie("validate", "--department", "63")
            #expect(outcome.status == 1)
            #expect(outcome.complaint.contains("63113 Commune LEU (3)"))
            #expect(outcome.complaint.contains("[campaign-setup-blocked]"))
            let json = try await scene.vigie("check", "--department", "63", "--json")
            #expect(json.status == 1)
            let items = try #require(try JSONSerialization.jsonObject(with: Data(json.output)) as? [[String: Any]])
            #expect(items.contains { ($0["requirement"] as? String) == "PRO-73" })
        }
    }

    @Test("PRO-112: lists go to one file for each recipient, as CSV and PDF")
    func files() async throws {
        try await CampaignScene.with(.sqlite) { scene in
            try await scene.vigie("create", "--department", "63", "--year", "2021")
            try await scene.vigie("validate", "--department", "63")
            try await scene.vigie("execute", "--department", "63")
            let outcome = try await scene.vigie(
                "lists", "farmers", "--department", "63", "--output", "listes", "--pdf", "--record")
            #expect(outcome.status == 0, "\(outcome.complaint)")
            #expect(try scene.text(of: "listes/farmers-99000002.csv").hasPrefix("ede;nom;"))
            #expect(try scene.text(of: "listes/farmers-99000002.pdf").hasPrefix("%PDF-"))
            #expect(try await scene.count("SELECT count(*) FROM letter WHERE kind = 'information-campagne'") == 3)
        }
    }

    @Test("PRO-84, PRO-78: withdraw and add again, by number and by herd")
    func withdrawAndAdd() async throws {
        try await CampaignScene.with(.sqlite) { scene in
            try await scene.vigie("create", "--department", "63", "--year", "2021")
            try await scene.vigie("validate", "--department", "63")
            try await scene.vigie("execute", "--department", "63")
            let out = try await scene.vigie("withdraw", "202100000002", "--department", "63", "--reason", "cessation")
            #expect(out.text == "Intervention 202100000002 retirée.\n")
            let back = try await scene.vigie(
                "add", "--department", "63", "--herd", "99000002/A", "--reason", "erreur", today: "2020-10-10")
            #expect(back.text == "Intervention 202100000002 : BRU sang, LEU sang, TUB peau.\n")
        }
    }

    @Test(
        "usage errors are told as such",
        arguments: [
            ["set", "--department", "63"], ["lists", "rien", "--department", "63"], ["review", "--year", "x"],
        ])
    func usage(arguments: [String]) async throws {
        let outcome = try await VigieProgram.run(["campaign"] + arguments)
        #expect(outcome.status == 64)
    }
}
