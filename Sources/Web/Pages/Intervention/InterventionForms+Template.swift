extension InterventionPage {
    static let formsTemplate = Template(
        "intervention-forms",
        #"""
        {{#page.forms.any}}<section id="actes"><h2>{{t.intervention.acts}}</h2><div class="acts">
        {{#page.forms.evaluate}}<details class="card"{{#page.forms.evaluateAgain}} open{{/page.forms.evaluateAgain}}>
        <summary>{{t.intervention.evaluate}}</summary>
        <form method="post" action="{{page.path}}/evaluation">{{>basis}}
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
        {{#page.forms.report}}<details class="card"><summary>{{t.intervention.issue}}</summary>
        <form method="post" action="{{page.path}}/rapport">{{>basis}}<p class="hint">{{t.intervention.issueHint}}</p>
        <p><label for="rapport-commentaire">{{t.intervention.comment}}</label>
        <textarea id="rapport-commentaire" name="commentaire" rows="2"></textarea></p>
        <p><label for="realisee">{{t.intervention.completedField}}</label>
        <input type="date" id="realisee" name="realisee"></p>
        <p class="actions"><button class="primary">{{t.intervention.issue}}</button>
        <button formaction="{{page.path}}/rapport/brouillon.pdf">{{t.intervention.previewReport}}</button></p>
        </form></details>{{/page.forms.report}}
        {{#page.forms.invalidate}}<details class="card"><summary>{{t.intervention.invalidate}}</summary>
        <form method="post" action="{{page.path}}/invalidation">{{>basis}}
        <input type="hidden" name="rapport" value="{{.}}">
        <p><label for="invalidation-motif">{{t.intervention.reason}}</label>
        <textarea id="invalidation-motif" name="motif" rows="2" required></textarea></p>
        <p class="actions"><button>{{t.intervention.invalidate}}</button></p></form></details>{{/page.forms.invalidate}}
        {{#page.forms.note}}<details class="card"><summary>{{t.intervention.addNote}}</summary>
        <form method="post" action="{{page.path}}/notes">{{>basis}}
        <p><label for="nature">{{t.intervention.noteKind}}</label><select id="nature" name="nature">
        {{#page.forms.noteKinds}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>
        {{/page.forms.noteKinds}}</select></p>
        <p><label for="texte">{{t.intervention.noteText}}</label>
        <textarea id="texte" name="texte" rows="3" maxlength="10000"
        required>{{page.forms.noteText}}</textarea></p>
        <p class="actions"><button
        class="primary">{{t.intervention.addNote}}</button></p></form></details>{{/page.forms.note}}
        {{#page.forms.orderRetest}}<details class="card" open><summary>{{t.intervention.orderRetest}}</summary>
        <form method="post" action="{{page.path}}/recontrole">{{>basis}}<p
        class="hint">{{t.intervention.retestHint}}</p>
        <p><label for="notifie">{{t.intervention.notified}}</label>
        <input type="date" id="notifie" name="notifie" value="{{page.forms.today}}" required></p>
        <p><label for="limite">{{t.intervention.limit}}</label><input type="date" id="limite" name="limite"></p>
        <p class="actions"><button class="primary">{{t.intervention.orderRetest}}</button></p></form></details>
        {{/page.forms.orderRetest}}
        {{#page.forms.endRetest}}<details class="card"><summary>{{t.intervention.endRetest}}</summary>
        <form method="post" action="{{page.path}}/recontrole/issue">{{>basis}}
        <p><label for="issue">{{t.intervention.ending}}</label><select id="issue" name="issue">
        <option value="negative-not-received">{{t.intervention.negativeNotReceived}}</option>
        <option value="not-done">{{t.intervention.retestNotDone}}</option></select></p>
        <p class="actions"><button>{{t.intervention.save}}</button></p></form></details>{{/page.forms.endRetest}}
        {{#page.forms.decide}}<details class="card" id="non-realisation"><summary>{{t.intervention.decide}}</summary>
        <form method="post" action="{{page.path}}/non-realisation">{{>basis}}
        <p><label for="code">{{t.intervention.ground}}</label><select id="code" name="code">
        {{#page.forms.codes}}<option value="{{value}}">{{title}}</option>{{/page.forms.codes}}</select></p>
        <p><label for="decision-motif">{{t.intervention.precision}}</label>
        <textarea id="decision-motif" name="motif" rows="2"></textarea></p>
        <p class="actions"><button>{{t.intervention.decide}}</button></p></form></details>{{/page.forms.decide}}
        {{#page.forms.revoke}}<details class="card"><summary>{{t.intervention.revoke}}</summary>
        <form method="post" action="{{page.path}}/non-realisation/levee">{{>basis}}
        <p><label for="levee-motif">{{t.intervention.reason}}</label>
        <textarea id="levee-motif" name="motif" rows="2" required></textarea></p>
        <p class="actions"><button>{{t.intervention.revoke}}</button></p></form></details>{{/page.forms.revoke}}
        {{#page.forms.followUp}}<details class="card"><summary>{{t.intervention.recordFollowUp}}</summary>
        <form method="post" action="{{page.path}}/suite">{{>basis}}<input type="hidden" name="rapport" value="{{.}}">
        <p><label for="suite-code">{{t.intervention.followUpField}}</label><select id="suite-code" name="code">
        {{#page.forms.followUpCodes}}<option
        value="{{value}}">{{title}}</option>{{/page.forms.followUpCodes}}</select></p>
        <p><label for="suite-commentaire">{{t.intervention.comment}}</label>
        <textarea id="suite-commentaire" name="commentaire" rows="2"></textarea></p>
        <p class="actions"><button
        class="primary">{{t.intervention.save}}</button></p></form></details>{{/page.forms.followUp}}
        {{#page.acts.others}}{{>act-form}}{{/page.acts.others}}
        </div></section>{{/page.forms.any}}
        """#)

    static let basisTemplate = Template(
        "basis",
        #"""
        <input type="hidden" name="_form" value="{{form}}">
        <input type="hidden" name="etat" value="{{page.forms.stamp}}">
        <input type="hidden" name="vu" value="{{page.forms.seenAt}}">
        """#)
}
