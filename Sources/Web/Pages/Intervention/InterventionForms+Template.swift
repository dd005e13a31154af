extension InterventionPage {
    static let formsTemplate = Template(
        "intervention-forms",
        #"""
        {{#page.hasActs}}<section id="actes"><h2>{{t.intervention.acts}}</h2><div class="acts">
        {{#page.forms.evaluate}}<details class="card"{{#page.forms.evaluateAgain}} open{{/page.forms.evaluateAgain}}>
        <summary>{{t.intervention.evaluate}}</summary>
        <form method="post" action="{{page.path}}/evaluation">
        <input type="hidden" name="_form" value="{{form}}">
        <input type="hidden" name="etat" value="{{page.forms.stamp}}">
        <input type="hidden" name="vu" value="{{page.forms.seenAt}}">
        {{#page.diseases}}<fieldset><legend>{{name}}</legend>
        <p><label for="valeur-{{code}}">{{t.intervention.value}}</label><select id="valeur-{{code}}"
        name="valeur-{{code}}">
        {{#choices}}<option value="{{value}}"{{#isChosen}}
        selected{{/isChosen}}>{{title}}</option>{{/choices}}</select></p>
        <p><label for="commentaire-{{code}}">{{t.intervention.comment}}</label>
        <textarea id="commentaire-{{code}}" name="commentaire-{{code}}" rows="2">{{enteredComment}}</textarea></p>
        <p><label for="preuve-{{code}}">{{t.intervention.proofField}}</label>
        <input id="preuve-{{code}}" name="preuve-{{code}}" value="{{enteredProof}}"></p></fieldset>
        {{/page.diseases}}<p class="actions"><button
        class="primary">{{t.intervention.save}}</button></p></form></details>
        {{/page.forms.evaluate}}
        {{#page.acts.others}}{{>act-form}}{{/page.acts.others}}
        </div></section>{{/page.hasActs}}
        """#)
}
