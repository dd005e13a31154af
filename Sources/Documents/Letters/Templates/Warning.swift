extension LetterTexts {
    /// Follow-up of a report that is not conform: warning, by the authority (PRO-288).
    static let warning = """
        Objet : Avertissement – prophylaxie bovine – {campagne}

        Madame, Monsieur,

        Le rapport d’inspection {rapport}, établi par notre délégataire ({delegataire}), conclut à la non-conformité
        de la prophylaxie de votre élevage {nom_exploitation} (EDE {numero_exploitation}, {atelier}, intervention
        {numero_intervention}).

        Les faits constatés sont les suivants : {constats}.

        Ces faits contreviennent aux dispositions suivantes : {article}. Vous en aviez été informé : {courriers}.

        En conséquence, je vous adresse le présent avertissement et vous demande de régulariser votre situation au
        plus tard le {date_limite}, avec votre vétérinaire sanitaire, {veterinaire}.

        À défaut, je pourrai vous mettre en demeure et engager les mesures prévues par le code rural et de la pêche
        maritime, y compris la suspension ou le retrait de la qualification sanitaire de votre troupeau.

        Vous pouvez présenter vos observations par écrit ou demander un rendez-vous : {contact}.

        Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.
        """
}
