extension LetterTexts {
    /// Too few blood samples, and the serum bank cannot help; to the keeper, copy to the veterinarian (PRO-255).
    static let complementAfterSerumBank = """
        Objet : Prophylaxie bovine – prélèvements complémentaires à réaliser – {campagne}

        Madame, Monsieur,

        Pour votre élevage {nom_exploitation} (EDE {numero_exploitation}, {atelier}, intervention
        {numero_intervention}), le nombre de bovins analysés pour {maladies} est insuffisant : {nombre_testes} avec
        résultat sur {nombre_demandes} demandés, soit {nombre_manquants} manquant(s).

        Nous avons demandé au laboratoire d’analyses ({laboratoire}) de compléter ces analyses sur les sérums
        conservés dans sa sérothèque. Cela n’a pas été possible : de nouveaux prélèvements de sang sont nécessaires,
        au plus tard le {date_limite}.

        Sans ce complément, la prophylaxie de votre troupeau sera évaluée non conforme pour nombre insuffisant
        d’animaux dépistés et un rapport d’inspection sera transmis à l’autorité administrative ({autorite}).

        Cette demande est établie en application de l’instruction technique DGAL/SDSPA/2020-653 (point\u{a0}10.6.3.2,
        tableau 6) et des textes suivants : {textes}.

        Nous vous demandons de fixer sans délai une visite complémentaire avec votre vétérinaire sanitaire,
        {veterinaire}, qui reçoit copie de cette lettre. Pour toute question : {contact}.

        Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.
        """
}
