extension LetterTexts {
    /// Nothing done X months before the end of the campaign; to the keeper, copy to the veterinarian (PRO-251).
    static let reminderNotStarted = """
        Objet : Rappel – prophylaxie bovine non commencée – {campagne}

        Madame, Monsieur,

        À ce jour, aucune opération de prophylaxie n’est enregistrée pour votre élevage {nom_exploitation} (EDE
        {numero_exploitation}, {atelier}, intervention {numero_intervention}), alors qu’un dépistage y est demandé
        pour : {maladies}.

        La date limite de réalisation est fixée au {date_limite}. Passé ce jour, la prophylaxie de votre troupeau sera
        évaluée non conforme et un rapport d’inspection sera transmis à l’autorité administrative ({autorite}), qui
        décidera des suites.

        Ce rappel est établi en application de l’instruction technique DGAL/SDSPA/2020-653 (point\u{a0}10.6.3.2,
        tableau 6) et des textes suivants : {textes}.

        Nous vous demandons de fixer sans délai la date de la visite avec votre vétérinaire sanitaire, {veterinaire},
        qui reçoit copie de cette lettre. Si le dépistage a déjà eu lieu, si vous ne détenez plus de bovins ou si une
        difficulté empêche la visite, dites-le nous : {contact}.

        Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.
        """
}
