/// What the demonstration says at its end.
struct DemoReport {
    private let plan: DemoPlan
    private let folder: DemoFolder
    private let table: StepTable

    init(_ plan: DemoPlan, _ folder: DemoFolder, _ table: StepTable) {
        self.plan = plan
        self.folder = folder
        self.table = table
    }

    var text: String {
        """

        Démonstration de Vigie : une campagne de prophylaxie bovine sur un département fictif
        Taille du département \(plan.department) (recensement de 2016), graine \(plan.seed). \
        Toutes les données sont inventées.

        \(table.text)

        Tout est dans « \(folder.path) » :
          vigie.sqlite          la base de données (comptes : ddpp, inspecteur, admin)
          reception/registre    le registre, tel qu'un service d'identification l'envoie

        Pour continuer :
          vigie campaign show --department \(plan.department) --database sqlite:\(folder.database) --user ddpp
        """
    }
}
