extension LetterTexts {
    /// Follow-up of a report that is not conform: formal notice, by the authority (PRO-288).
    static let formalNotice = """
        Objet : Mise en demeure – prophylaxie bovine – {campagne}

        Madame, Monsieur,

        Le rapport d’inspection {rapport}, établi par notre délégataire ({delegataire}), conclut à la non-conformité
        de la prophylaxie de votre élevage {nom_exploitation} (EDE {numero_exploitation}, {atelier}, intervention
        {numero_intervention}).

        Les faits constatés sont les suivants : {constats}.

        Ces faits contreviennent aux dispositions suivantes : {article}. Malgré les lettres qui vous ont été adressées
        ({courriers}), la situation n’a pas été régularisée.

        Par la présente, je vous mets en demeure de faire réaliser ou compléter le dépistage des bovins de votre
        troupeau par votre vétérinaire sanitaire, {veterinaire}, au plus tard le {date_limite}, pour : {maladies}.

        Si cette mise en demeure n’est pas suivie d’effet dans ce délai, je prendrai, sans autre avertissement, les
        mesures prévues par le code rural et de la pêche maritime. Elles peuvent comprendre :

        - la suspension puis le retrait de la qualification sanitaire de votre troupeau, qui limitent la vente des
          animaux et du lait ;
        - la transmission d’un procès-verbal au procureur de la République.

        Avant l’échéance, vous pouvez présenter vos observations écrites ou orales et vous faire assister par la
        personne de votre choix : {contact}.

        La présente décision peut être contestée devant le tribunal administratif dans les deux mois qui suivent sa
        réception.

        Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.
        """
}
