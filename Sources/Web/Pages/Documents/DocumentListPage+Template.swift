extension DocumentListPage {
    static let template = Template(
        "documents",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        <p class="hint">{{page.campaign}}</p>
        {{>notices}}
        {{#page.hasRequests}}<section class="card"><h2>{{t.documents.requests}}</h2>
        <ul>{{#page.requests}}<li><a href="{{path}}">{{intervention}}</a> ({{detail}}) : <q>{{reason}}</q>
        {{#page.mayEdit}}<form class="actions" method="post" action="{{page.answer}}">
        <input type="hidden" name="_form" value="{{form}}"><input type="hidden" name="demande" value="{{item}}">
        <label class="inline"><input type="checkbox" name="valider" value="oui" checked>
        {{t.documents.validate}}</label>
        <button>{{t.documents.reedit}} <span class="visually-hidden">{{intervention}}</span></button></form>
        {{/page.mayEdit}}</li>
        {{/page.requests}}</ul></section>{{/page.hasRequests}}
        <p class="actions"><a href="{{page.register}}">{{t.documents.register}}</a></p>
        <ul class="tabs">{{#page.tabs}}<li><a href="{{path}}"
        {{#isCurrent}} aria-current="page"{{/isCurrent}}>{{title}}</a></li>{{/page.tabs}}</ul>
        {{>document-filters}}
        {{#page.isEmpty}}<p class="notice">{{t.documents.empty}}</p>{{/page.isEmpty}}
        {{^page.isEmpty}}
        {{#page.hasActs}}<form method="post" action="{{page.batch}}">
        <input type="hidden" name="_form" value="{{form}}">{{/page.hasActs}}
        <div class="wide" tabindex="0" role="region" aria-label="{{t.documents.title}}"><table class="list cards">
        <thead><tr>{{#page.hasActs}}<th scope="col"><span
        class="visually-hidden">{{t.followUp.pick}}</span></th>{{/page.hasActs}}
        <th scope="col">{{t.documents.intervention}}</th><th scope="col">{{t.documents.holding}}</th>
        <th scope="col">{{t.documents.vet}}</th><th scope="col">{{t.documents.planned}}</th>
        <th scope="col">{{t.documents.state}}</th><th scope="col" class="number">{{t.documents.animals}}</th>
        <th scope="col">{{t.documents.edited}}</th><th scope="col">{{t.documents.validUntil}}</th>
        <th scope="col">{{t.documents.sent}}</th><th scope="col">{{t.documents.document}}</th></tr></thead>
        <tbody>{{#page.lines}}<tr>{{#page.hasActs}}<td><input type="checkbox" name="choix" value="{{number}}"
        aria-label="{{t.followUp.pick}} {{number}}"{{#isChosen}} checked{{/isChosen}}></td>{{/page.hasActs}}
        <th scope="row"><a href="{{path}}">{{number}}</a></th>
        <td><a href="{{holdingPath}}">{{holding}}</a> {{name}}</td>
        <td data-title="{{t.documents.vet}}">{{veterinarian}}</td>
        <td data-title="{{t.documents.planned}}">{{planned}}</td>
        <td data-title="{{t.documents.state}}">{{state}} {{edition}}</td>
        <td class="number" data-title="{{t.documents.animals}}">{{animals}}{{#gone}}<br><a class="hint"
        href="{{path}}#non-realisation">{{.}}</a>{{/gone}}</td>
        <td data-title="{{t.documents.edited}}">{{edited}}</td>
        <td data-title="{{t.documents.validUntil}}">{{validUntil}}</td>
        <td data-title="{{t.documents.sent}}">{{sent}}</td>
        <td>{{#pdf}}<a href="{{.}}">{{t.documents.open}}
        <span class="visually-hidden">{{number}}</span></a>{{/pdf}}{{#preview}}<a href="{{.}}">{{t.documents.preview}}
        <span class="visually-hidden">{{number}}</span></a>{{/preview}}</td>
        </tr>
        {{/page.lines}}</tbody></table></div>
        {{#page.next}}<p><a href="{{.}}">{{t.documents.more}}</a></p>{{/page.next}}
        {{#page.hasActs}}<fieldset><legend>{{t.documents.batch}}</legend>
        <p class="checks"><label><input type="checkbox" name="toutes" value="1"
        {{#page.takesAll}}checked{{/page.takesAll}}> {{t.documents.whole}}</label>
        {{#page.acts}}{{#validates}}<label><input type="checkbox" name="valider" value="1"
        {{#page.validates}}checked{{/page.validates}}>
        {{t.documents.validate}}</label>{{/validates}}{{/page.acts}}</p>
        {{#page.acts}}{{#channel}}<p><label for="voie">{{t.documents.channel}}</label>
        <input id="voie" name="voie" value="{{.}}" required></p>{{/channel}}
        <button class="primary" name="acte" value="{{name}}">{{title}}</button> <span class="hint">{{hint}}</span>
        {{/page.acts}}</fieldset></form>{{/page.hasActs}}
        {{/page.isEmpty}}
        {{/main}}{{/layout}}
        """#)
}
