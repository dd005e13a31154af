extension LetterTexts {
    /// Fewer than 90 % of the animals tuberculin-tested; to the keeper, copy to the veterinarian (PRO-256).
    static let tuberculinUnderRealisation = """
        Objet : Dépistage de la tuberculose bovine incomplet – {campagne}

        Madame, Monsieur,

        Dans votre élevage {nom_exploitation} (EDE {numero_exploitation}, {atelier}, intervention
        {numero_intervention}), le dépistage n’est pas complet : {nombre_testes} bovin(s) tuberculiné(s) sur
        {nombre_demandes} demandé(s), soit un taux de réalisation de {taux}. Bovins restant à tester :
        {nombre_manquants}.

        Un taux inférieur à 90 % ne permet pas de considérer le troupeau comme dépisté. Les bovins manquants doivent
        être tuberculinés au plus tard le {date_limite}.

        À défaut, la prophylaxie de la tuberculose sera évaluée non conforme et un rapport d’inspection sera transmis
        à l’autorité administrative ({autorite}), qui décidera des suites, y compris sur la qualification de votre
        troupeau.

        Ce rappel est établi en application de l’instruction technique DGAL/SDSPA/2020-653 (point\u{a0}10.6.3.2,
        tableau 6) et des textes suivants : {textes}.

        Nous vous demandons de convenir d’une nouvelle visite avec votre vétérinaire sanitaire, {veterinaire}, qui
        reçoit copie de cette lettre. S’il n’a pas pu tester certains bovins, par exemple des animaux dangereux, il
        lui appartient d’en porter le motif sur son rapport de tuberculination. Pour toute question : {contact}.

        Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.
        """
}
