extension LetterTexts {
    /// A tuberculin report that is late, to the veterinarian (PRO-183, PRO-194).
    static let tuberculinReportReminder = """
        Objet : Rapport de tuberculination non reçu – intervention {numero_intervention}

        Docteur,

        Dans le cadre de la {campagne}, vous êtes chargé du dépistage de la tuberculose dans l’élevage
        {nom_exploitation} (EDE {numero_exploitation}, {atelier}, intervention {numero_intervention}). D’après nos
        informations, l’injection a eu lieu le {date_injection}, mais votre rapport de tuberculination ne nous est pas
        parvenu.

        Ce rapport est dû même lorsque tous les bovins sont négatifs. Il doit nous être adressé dans la semaine qui
        suit la lecture (instruction technique DGAL/SDSPA/2020-653, points 9.4.3 et 9.5.4, textes applicables au
        dépistage : {textes}). Sans lui, le dépistage ne peut pas être considéré comme réalisé et l’élevage s’expose à
        une évaluation non conforme.

        Nous vous demandons de nous l’envoyer avant le {date_limite}, complet : type de test, dates d’injection et de
        lecture, nombre de bovins testés et résultats, existence d’une lecture subjective, numéro complet de chaque
        bovin non négatif, motif pour chaque bovin non testé.

        En cas de résultat non négatif, le compte rendu est à adresser sans délai à l’autorité administrative
        ({autorite}), avec copie à notre organisme.

        Si le rapport a été envoyé entre-temps ou si l’injection n’a pas eu lieu, merci de nous le signaler :
        {contact}.

        Nous vous prions d’agréer, Docteur, l’expression de nos salutations distinguées.
        """
}
