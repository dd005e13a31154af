extension LetterTexts {
    /// No milk result of a month, to the dairy laboratory (PRO-203).
    static let dairyLaboratoryReminder = """
        Objet : Prophylaxie bovine – résultats d’analyses de lait non reçus – {mois}

        Madame, Monsieur,

        Les analyses de lait de la {campagne} étaient programmées dans votre laboratoire au mois de {mois} pour :
        {analyses}.

        À ce jour, nous n’avons reçu aucun résultat pour {nombre_producteurs} producteur(s) programmé(s), dont la
        liste est jointe.

        L’instruction technique DGAL/SDSPA/2020-653 (points\u{a0}9.4.2 et 9.7.2) prévoit la transmission des résultats
        par INFOLABO dans le mois qui suit la date d’analyse, et nous charge de vous contacter dans les deux mois
        lorsqu’ils manquent. Textes applicables aux dépistages : {textes}.

        Nous vous demandons de nous indiquer, avant le {date_limite}, pour chacun de ces producteurs :

        - si l’analyse a été faite, et dans ce cas de transmettre son résultat ;
        - si elle n’a pas été faite, pour quelle raison, et de la reprogrammer au plus tôt ;
        - si le producteur n’est plus collecté ou vous est connu sous un autre numéro.

        L’autorité administrative ({autorite}) est informée de cette absence de résultats. Votre contact : {contact}.

        Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.
        """
}
