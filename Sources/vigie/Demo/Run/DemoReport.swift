import Kernel
import Prophylaxis
import UseCases

/// What the demonstration says at its end.
struct DemoReport {
    private let run: DemoRun

    init(_ run: DemoRun) { self.run = run }

    var text: String {
        let (plan, folder) = (run.plan, run.folder)
        return """

            Démonstration de Vigie : une campagne de prophylaxie bovine sur un département fictif
            Taille du département \(plan.department) (note DGAL/SDSPA/2015-1045, annexe I), graine \(plan.seed). \
            Toutes les données sont inventées.

            \(run.table.text)

            La campagne par maladie, au \(plan.closedOn.french) (bovins, puis interventions par statut) :
            \(run.diseaseTable)

            Rapports en vigueur : \(run.reportLine).

            Les listes de travail au fil de la campagne (lignes) :
            \(workLists)

            Trois décisions expliquées :
            \(run.decisions.map(\.text).joined(separator: "\n"))

            Tout est dans « \(folder.path) » :
              documents/prelevements  20 documents d'accompagnement des prélèvements (PDF)
              documents/courriers     quelques lettres de chaque nature (PDF)
              documents/serotheque    les demandes à la sérothèque (PDF, CSV, DAI)
              documents/rapports      des rapports d'inspection de chaque valeur (PDF)
              bilan                   bilan de campagne (PDF, CSV, Markdown), interventions et suivi (CSV)
              reception               ce que le monde extérieur a envoyé, avec ses défauts
              vigie.sqlite            la base de données (comptes : ddpp, inspecteur, admin)

            Pour continuer :
            \(commands)
            """
    }

    /// When the campaign goes on.
    var textWhileRunning: String {
        let (plan, folder) = (run.plan, run.folder)
        return """

            Démonstration de Vigie : une campagne en cours sur un département fictif (taille du \(plan.department)).
            Toutes les données sont inventées.

            \(run.table.text)

            Pour continuer dans le navigateur, au \(plan.servedOn.french) :
            vigie serve --demo --database sqlite:\(folder.database) --today \(plan.servedOn)
            """
    }

    private var workLists: String {
        let counts = run.workCounts
        guard let first = counts.first else { return "" }
        let rows = first.table.rows.enumerated().compactMap { index, row -> [String]? in
            let numbers = counts.map { Int($0.table.rows[index][1]) ?? 0 }
            return numbers.contains { $0 > 0 } ? [row[2], row[0]] + numbers.map(grouped) : nil
        }
        return TextTable(
            titles: ["Liste", "vigie worklist …"] + counts.map(\.day.french), rows: rows, firstNumber: 2
        ).text
    }

    /// What a newcomer may type.
    private var commands: String {
        let settings = "export VIGIE_DATABASE=\(run.address) VIGIE_USER=ddpp VIGIE_TODAY=\(run.plan.closedOn)"
        let department = "--department \(run.plan.department)"
        return """
              \(settings)
              vigie campaign show \(department)
              vigie follow-up list \(department) --with-report --value C
              vigie worklist \(department)
              vigie show herd \(herd)
              vigie rules explain disease-status
            """
    }

    private var herd: String { run.generated.holdings.first?.number.description ?? "" }
}
