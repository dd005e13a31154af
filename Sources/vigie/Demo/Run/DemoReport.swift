/// What the demonstration says at its end.
struct DemoReport {
    private let plan: DemoPlan
    private let folder: DemoFolder
    private let table: StepTable
    private let diseases: [DiseaseSummary]
    private let decisions: [ExplainedDecision]

    init(_ run: DemoRun) {
        (plan, folder, table) = (run.plan, run.folder, run.table)
        (diseases, decisions) = (run.diseases, run.decisions)
    }

    var text: String {
        """

        Démonstration de Vigie : une campagne de prophylaxie bovine sur un département fictif
        Taille du département \(plan.department) (recensement de 2016), graine \(plan.seed). \
        Toutes les données sont inventées.

        \(table.text)

        La campagne par maladie, au \(plan.evaluatedOn.french) (nombre de bovins, puis d'interventions par statut) :
        \(DiseaseSummary.table(diseases))

        Des décisions expliquées :
        \(decisions.map(\.text).joined(separator: "\n"))

        Tout est dans « \(folder.path) » :
          vigie.sqlite          la base de données (comptes : ddpp, inspecteur, admin)
          reception/registre    le registre, tel qu'un service d'identification l'envoie
          reception             les fichiers des laboratoires, avec leurs défauts
          documents             documents de prélèvement imprimés (PDF)
          documents/rapports    rapports d'inspection émis (PDF)

        Pour continuer :
          vigie campaign show --department \(plan.department) --database sqlite:\(folder.database) --user ddpp
        """
    }
}
