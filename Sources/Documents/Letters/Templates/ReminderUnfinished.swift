extension LetterTexts {
    /// Begun, not finished, before 90 days have passed; to the keeper, copy to the veterinarian (PRO-253).
    static let reminderUnfinished = """
        Objet : Prophylaxie bovine à terminer au plus tard le {date_limite} – {campagne}

        Madame, Monsieur,

        La prophylaxie de votre élevage {nom_exploitation} (EDE {numero_exploitation}, {atelier}, intervention
        {numero_intervention}) a commencé le {date_premiere_visite}. Elle n’est pas terminée. Bovins restant à
        prélever ou à tester pour {maladies} : {nombre_manquants}, sur {nombre_demandes} demandés.

        Toutes les opérations doivent être achevées dans les 90 jours qui suivent la première visite, soit au plus
        tard le {date_limite}.

        Au-delà de cette date, la prophylaxie sera évaluée non conforme pour non-respect du délai et un rapport
        d’inspection sera transmis à l’autorité administrative ({autorite}). La qualification de votre troupeau peut
        en dépendre.

        Ce rappel est établi en application de l’instruction technique DGAL/SDSPA/2020-653 (point\u{a0}10.6.3.2,
        tableau 6) et des textes suivants : {textes}.

        Nous vous demandons de convenir d’une nouvelle visite avec votre vétérinaire sanitaire, {veterinaire}, qui
        reçoit copie de cette lettre. Si les bovins manquants ont quitté l’élevage, vérifiez que leur sortie est
        notifiée et prévenez-nous : {contact}.

        Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.
        """
}
