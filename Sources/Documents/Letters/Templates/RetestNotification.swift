extension LetterTexts {
    /// Brucellosis result that is not negative: the authority notifies the retest (PRO-262).
    static let retestNotification = """
        Objet : Notification d’un recontrôle de brucellose – intervention {numero_intervention}

        Madame, Monsieur,

        Dans le cadre de la {campagne}, le laboratoire d’analyses ({laboratoire}) a rendu pour votre élevage
        {nom_exploitation} (EDE {numero_exploitation}, {atelier}) un résultat non négatif en brucellose : {resultat}.

        Ce résultat ne signifie pas que votre troupeau est infecté, et sa qualification n’est pas suspendue à ce
        stade. Il oblige cependant à un recontrôle, en application des textes suivants : {textes}.

        Je vous demande en conséquence de faire recontrôler les bovins suivants : {bovins}.

        - Le recontrôle doit être réalisé dans un délai de {delai_jours} jours à compter du {date_notification}, soit
          au plus tard le {date_limite}.
        - Il est réalisé par votre vétérinaire sanitaire, {veterinaire}. Les frais sont à votre charge.

        L’évaluation de votre prophylaxie est suspendue dans l’attente de ce résultat. Sans recontrôle dans le délai
        fixé, elle sera non conforme et je serai amené à prendre les mesures prévues par la réglementation.

        Copie de cette notification est adressée à notre délégataire ({delegataire}), qui en suit l’exécution. Mes
        services restent à votre disposition : {contact}.

        Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.
        """
}
