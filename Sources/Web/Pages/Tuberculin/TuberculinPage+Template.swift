extension TuberculinPage {
    static let template = Template(
        "tuberculin",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        <p><a href="{{page.herdPath}}">{{page.herd}}</a>,
        <a href="{{page.intervention}}">{{t.tuberculin.intervention}} {{page.number}}</a></p>
        {{#page.isStored}}<p class="notice done" role="status">{{t.tuberculin.stored}}</p>{{/page.isStored}}
        {{#page.standing}}<p class="notice">{{.}} {{t.tuberculin.replaces}}</p>{{/page.standing}}
        {{#page.hasFaults}}<div class="notice refused" role="alert"><p>{{t.tuberculin.notStored}}</p><ul>
        {{#page.faults}}<li><a href="#{{target}}">{{sentence}}</a> {{wayOut}}</li>
        {{/page.faults}}</ul></div>{{/page.hasFaults}}
        <form method="post" class="entry" action="{{page.path}}" data-tuberculin data-early="{{t.tuberculin.early}}"
        data-in-time="{{t.tuberculin.inTime}}" data-late="{{t.tuberculin.late}}">
        <input type="hidden" name="_form" value="{{form}}">
        <input type="hidden" name="edition" value="{{page.edition}}">
        <div hx-post="{{page.path}}/brouillon" hx-trigger="change delay:2s" hx-target="#brouillon">
        {{#page.form}}
        <fieldset class="card"><legend>{{t.tuberculin.test}}</legend>
        <p><label for="methode">{{t.tuberculin.method}}</label><select id="methode" name="methode">
        {{#methods}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/methods}}
        </select></p>
        <div class="pair"><p><label for="injection">{{t.tuberculin.injection}}</label>
        <input id="injection" name="injection" type="date" value="{{injectedOn}}" required></p>
        <p><label for="injection-heure">{{t.tuberculin.hour}}
        <span class="visually-hidden">{{t.tuberculin.injection}}</span></label>
        <input id="injection-heure" name="injection-heure" type="time" value="{{injectedAt}}"></p></div>
        <div class="pair"><p><label for="lecture">{{t.tuberculin.reading}}</label>
        <input id="lecture" name="lecture" type="date" value="{{readOn}}" aria-describedby="fenetre"></p>
        <p><label for="lecture-heure">{{t.tuberculin.hour}}
        <span class="visually-hidden">{{t.tuberculin.reading}}</span></label>
        <input id="lecture-heure" name="lecture-heure" type="time" value="{{readAt}}"
        aria-describedby="fenetre"></p></div>
        <p id="fenetre" class="hint" role="status" data-window>{{t.tuberculin.window}}</p>
        <p><label for="subjective">{{t.tuberculin.subjective}}</label><select id="subjective" name="subjective">
        <option value=""></option>
        <option value="oui"{{#isSubjective}} selected{{/isSubjective}}>{{t.tuberculin.yes}}</option>
        <option value="non"{{#isMeasured}} selected{{/isMeasured}}>{{t.tuberculin.no}}</option></select></p>
        {{#page.isService}}<div class="pair"><p><label for="recu">{{t.tuberculin.received}}</label>
        <input id="recu" name="recu" type="date" value="{{receivedOn}}"></p>
        <p><label for="veterinaire">{{t.tuberculin.vet}}</label>
        <input id="veterinaire" name="veterinaire" value="{{veterinarian}}" inputmode="numeric"></p></div>
        {{/page.isService}}
        </fieldset>
        {{/page.form}}
        <h2>{{t.tuberculin.animals}} ({{page.count}})</h2>
        <p class="hint">{{t.tuberculin.default}}</p>
        {{#page.isEmpty}}<p class="notice">{{t.tuberculin.noDocument}}</p>{{/page.isEmpty}}
        <p class="find" data-find hidden><label for="trouver">{{t.tuberculin.find}}</label>
        <input id="trouver" inputmode="numeric" autocomplete="off" maxlength="12" aria-controls="bovins"></p>
        <ul class="beasts" id="bovins">{{#page.animals}}
        <li data-working="{{working}}"><label for="{{field}}"><span class="tag">{{working}}</span>
        <span class="hint">{{number}}, {{detail}}</span></label>
        <select id="{{field}}" name="{{field}}">{{#options}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}
        >{{title}}</option>{{/options}}</select>
        <input class="measure" name="{{measureField}}" value="{{measure}}" maxlength="200"
        placeholder="{{t.tuberculin.measure}}" aria-label="{{t.tuberculin.measure}}, {{working}}"></li>
        {{/page.animals}}</ul>
        <details class="card"><summary>{{t.tuberculin.extras}}</summary>
        {{#page.extras}}<div class="pair"><p><label for="{{field}}">{{t.tuberculin.extra}} {{index}}</label>
        <input id="{{field}}" name="{{field}}" value="{{value}}" maxlength="20" autocapitalize="characters"></p>
        <p><label for="{{outcomeField}}">{{t.tuberculin.outcome}} {{index}}</label>
        <select id="{{outcomeField}}" name="{{outcomeField}}">{{#options}}<option value="{{value}}"
        {{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/options}}</select></p></div>
        {{/page.extras}}</details>
        {{#page.form}}<p><label for="commentaire">{{t.tuberculin.comment}}</label>
        <textarea id="commentaire" name="commentaire" rows="3" maxlength="500">{{comment}}</textarea></p>{{/page.form}}
        {{#page.needsConfirmation}}<p class="notice warned"><label class="inline">
        <input type="checkbox" name="confirmer" value="oui"> {{t.tuberculin.confirm}}</label></p>
        {{/page.needsConfirmation}}
        <div class="actions sticky"><button class="primary">{{t.tuberculin.store}}</button>
        <button formaction="{{page.path}}/brouillon" formnovalidate>{{t.tuberculin.keep}}</button>
        <span id="brouillon" class="hint" role="status">{{#page.draftSavedAt}}{{t.tuberculin.saved}} {{.}}
        {{/page.draftSavedAt}}</span></div>
        </div>
        </form>
        {{#page.draftSavedAt}}<form method="post" action="{{page.path}}/effacer">
        <input type="hidden" name="_form" value="{{form}}"><button class="plain">{{t.tuberculin.drop}}</button></form>
        {{/page.draftSavedAt}}
        {{/main}}{{/layout}}
        """#)
}
