extension LetterTexts {
    /// Before the campaign, to the keeper (PRO-112).
    static let campaignInformation = """
        Objet : Prophylaxie bovine – {campagne} – visite de votre troupeau

        Madame, Monsieur,

        La {campagne} de prophylaxie bovine se déroule du {debut_campagne} au {fin_campagne}. Votre élevage
        {nom_exploitation} (EDE {numero_exploitation}, {atelier}) y est inscrit sous le numéro d’intervention
        {numero_intervention} pour : {maladies}.

        Ce dépistage est obligatoire (textes applicables : {textes}). Il protège la qualification sanitaire de votre
        troupeau, sans laquelle vos animaux et leur lait ne peuvent pas être vendus librement. Son organisation nous
        est déléguée en application de l’article L.\u{a0}201-13 du code rural et de la pêche maritime, selon
        l’instruction technique DGAL/SDSPA/2020-653.

        Nous vous demandons de :

        - prendre rendez-vous dès maintenant avec votre vétérinaire sanitaire, {veterinaire} ;
        - rassembler les bovins désignés sur le document d’accompagnement qu’il apportera, et prévoir une contention
          sûre ;
        - vérifier que chaque animal porte ses deux repères et que vos entrées et sorties sont notifiées ;
        - faire terminer les opérations au plus tard le {fin_campagne}.

        Si votre vétérinaire a changé, si vous n’avez plus de bovins ou si une information de cette lettre est
        inexacte, signalez-le nous sans attendre : {contact}.

        Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.
        """
}
