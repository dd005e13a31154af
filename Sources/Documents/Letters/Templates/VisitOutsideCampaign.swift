extension LetterTexts {
    /// No eligible animal during the campaign: a visit outside its dates, by the authority (PRO-137).
    static let visitOutsideCampaign = """
        Objet : Prophylaxie bovine – visite hors campagne de votre troupeau

        Madame, Monsieur,

        Pendant la {campagne}, votre élevage {nom_exploitation} (EDE {numero_exploitation}, {atelier}, intervention
        {numero_intervention}) ne détenait aucun bovin répondant aux critères de dépistage.

        Les mouvements de votre troupeau montrent que de tels bovins y sont présents à une autre période : {periode}.
        Afin que ses animaux soient eux aussi dépistés pour {maladies}, une intervention hors campagne est programmée,
        rattachée à la première, en application de l’instruction technique DGAL/SDSPA/2020-653 (point\u{a0}7.4.3) et
        des textes suivants : {textes}.

        Je vous demande de convenir de la visite avec votre vétérinaire sanitaire, {veterinaire}, et de la faire
        réaliser au plus tard le {date_limite}. Le document d’accompagnement lui sera adressé avant son passage.

        Si vous ne comptez plus détenir de bovins à cette période, faites-le savoir par écrit : {contact}.

        Copie de cette lettre est adressée à votre vétérinaire et à notre délégataire ({delegataire}).

        Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.
        """
}
