extension InterventionPage {
    /// What came back, and what a person adds to it or decides about it.
    static let resultsTemplate = Template(
        "intervention-results",
        #"""
        <section id="resultats"><h2>{{t.intervention.results}}</h2>
        {{^page.returned}}<p>{{t.intervention.noResults}}</p>{{/page.returned}}
        {{#page.returned}}{{>section}}{{/page.returned}}
        {{#page.acts.hasDecisions}}<h3 id="decisions">{{t.acts.decisions}}</h3>
        <div class="acts">{{#page.acts.decisions}}{{>act-form}}{{/page.acts.decisions}}</div>{{/page.acts.hasDecisions}}
        {{#page.acts.hasSerum}}<h3 id="serotheque">{{t.acts.serum}}</h3>
        <div class="acts">{{#page.acts.serum}}{{>act-form}}{{/page.acts.serum}}</div>
        <ul class="lines">{{#page.acts.serumFiles}}<li><a href="{{path}}">{{title}}</a></li>
        {{/page.acts.serumFiles}}</ul>{{/page.acts.hasSerum}}
        {{#page.acts.hasEntries}}<h3 id="saisie">{{t.acts.entries}}</h3>
        <div class="acts">{{#page.acts.entries}}{{>act-form}}{{/page.acts.entries}}</div>{{/page.acts.hasEntries}}
        </section>
        """#)
}
