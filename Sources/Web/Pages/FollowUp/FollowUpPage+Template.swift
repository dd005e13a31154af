extension FollowUpPage {
    static let template = Template(
        "follow-up",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        <p class="hint"><a href="{{page.overview}}">{{page.campaign}}</a></p>
        {{>notices}}
        <p class="views"><span class="hint">{{t.followUp.kinds}}</span>{{#page.kinds}} <a href="{{path}}"
        {{#isCurrent}} aria-current="true"{{/isCurrent}}>{{title}}</a>{{/page.kinds}}</p>
        {{#page.kindHint}}<p class="hint">{{.}}</p>{{/page.kindHint}}
        {{^empty(page.tabs)}}<ul class="tabs">{{#page.tabs}}<li><a href="{{path}}"
        {{#isCurrent}} aria-current="page"{{/isCurrent}}>{{title}}</a></li>{{/page.tabs}}</ul>{{/empty(page.tabs)}}
        {{>follow-up-filters}}
        <p class="actions"><a href="{{page.csv}}">{{t.followUp.csv}}</a>
        <a href="{{page.xlsx}}">{{t.followUp.xlsx}}</a>
        {{#page.batch.any}}<a href="#lot">{{t.followUp.toBatch}}</a>{{/page.batch.any}}
        {{#page.deeds.proposals}}<a href="{{.}}">{{t.proposals.title}}</a>{{/page.deeds.proposals}}</p>
        {{#page.deeds.recompute}}<form method="post" action="{{.}}"><input type="hidden" name="_form"
        value="{{form}}"><button>{{t.proposals.recompute}}</button></form>{{/page.deeds.recompute}}
        {{^page.lines}}<p>{{t.followUp.empty}}</p>{{/page.lines}}
        {{#page.batch.any}}<form method="post" action="{{page.batch.evaluation}}" class="batch">
        <input type="hidden" name="_form" value="{{form}}"><input type="hidden" name="vu" value="{{page.batch.seenAt}}">
        {{/page.batch.any}}
        {{^empty(page.lines)}}
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}">
        <table class="list">
        <thead><tr>{{#page.batch.any}}<th scope="col"><span class="visually-hidden">{{t.followUp.pick}}</span></th>
        {{/page.batch.any}}<th scope="col">{{t.followUp.intervention}}</th>
        {{#page.columns}}<th scope="col">{{.}}</th>{{/page.columns}}</tr></thead>
        <tbody>
        {{#page.lines}}<tr>{{#hasBox}}<td><input type="checkbox" name="choix" value="{{pick}}"
        aria-label="{{pickTitle}}"{{#isChosen}} checked{{/isChosen}}></td>{{/hasBox}}
        <th scope="row"><a href="{{path}}">{{number}}</a></th>
        {{{cells}}}</tr>
        {{/page.lines}}
        </tbody></table></div>
        <p class="hint">{{t.followUp.legend}}</p>
        {{/empty(page.lines)}}
        <p class="actions">{{#page.first}}<a href="{{.}}">{{t.followUp.first}}</a>{{/page.first}}
        {{#page.next}}<a href="{{.}}" rel="next">{{t.followUp.next}}</a>{{/page.next}}</p>
        {{#page.batch.any}}{{>follow-up-batch}}</form>{{/page.batch.any}}
        {{/main}}{{/layout}}
        """#)

    static let batchTemplate = Template(
        "follow-up-batch",
        #"""
        <section class="acts" id="lot" aria-label="{{t.followUp.batch}}">
        {{#page.batch.evaluate}}<details class="card"{{#page.batch.reopens.evaluation}}
        open{{/page.batch.reopens.evaluation}}><summary>{{t.followUp.evaluate}}</summary>
        <p class="hint">{{t.followUp.evaluateHint}}</p>
        {{#page.batch.diseases}}<fieldset><legend>{{name}}</legend>
        <p><label for="valeur-{{code}}">{{t.intervention.value}}</label><select id="valeur-{{code}}"
        name="valeur-{{code}}">
        {{#choices}}<option value="{{value}}"{{#isChosen}}
        selected{{/isChosen}}>{{title}}</option>{{/choices}}</select></p>
        <p><label for="commentaire-{{code}}">{{t.intervention.comment}}</label>
        <textarea id="commentaire-{{code}}" name="commentaire-{{code}}" rows="2">{{comment}}</textarea></p></fieldset>
        {{/page.batch.diseases}}
        <p><button class="primary" formaction="{{page.batch.evaluation}}">{{t.followUp.evaluate}}</button></p></details>
        {{/page.batch.evaluate}}
        {{#page.batch.report}}<details class="card"{{#page.batch.reopens.reports}}
        open{{/page.batch.reopens.reports}}><summary>{{t.followUp.reports}}</summary>
        <p class="hint">{{t.followUp.reportsHint}}</p>
        <p><label for="lot-commentaire">{{t.intervention.comment}}</label>
        <textarea id="lot-commentaire" name="commentaire" rows="2">{{page.batch.comment}}</textarea></p>
        <p><button class="primary" formaction="{{page.batch.reports}}">{{t.followUp.reports}}</button></p></details>
        {{/page.batch.report}}
        {{#page.batch.invalidate}}<details class="card"{{#page.batch.reopens.invalidation}}
        open{{/page.batch.reopens.invalidation}}><summary>{{t.followUp.invalidate}}</summary>
        <p><label for="lot-motif">{{t.intervention.reason}}</label>
        <textarea id="lot-motif" name="motif" rows="2">{{page.batch.reason}}</textarea></p>
        <p><button formaction="{{page.batch.invalidation}}">{{t.followUp.invalidate}}</button></p></details>
        {{/page.batch.invalidate}}
        </section>
        """#)

    static let filtersTemplate = Template(
        "follow-up-filters",
        #"""
        <details class="filters"><summary>{{t.followUp.filters}}</summary>
        <form method="get">
        <input type="hidden" name="niveau" value="{{page.filters.level}}">
        {{#page.filters.kind}}<input type="hidden" name="genre" value="{{.}}">{{/page.filters.kind}}
        {{#page.year}}<input type="hidden" name="annee" value="{{.}}">{{/page.year}}
        <p><label for="maladie">{{t.followUp.disease}}</label><select id="maladie" name="maladie">
        <option value="">{{t.followUp.all}}</option>{{#page.filters.diseaseOptions}}
        <option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/page.filters.diseaseOptions}}
        </select></p>
        <p><label for="statut">{{t.followUp.status}}</label><select id="statut" name="statut">
        <option value="">{{t.followUp.all}}</option>{{#page.filters.statusOptions}}
        <option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/page.filters.statusOptions}}
        </select></p>
        <p><label for="classe">{{t.followUp.class}}</label><select id="classe" name="classe">
        <option value="">{{t.followUp.all}}</option>{{#page.filters.classOptions}}
        <option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/page.filters.classOptions}}
        </select></p>
        {{#page.filters.isReported}}<p><label for="valeur">{{t.followUp.value}}</label><select id="valeur"
        name="valeur">
        <option value="">{{t.followUp.all}}</option>{{#page.filters.valueOptions}}
        <option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/page.filters.valueOptions}}
        </select></p>{{/page.filters.isReported}}
        <p><label for="exploitation">{{t.followUp.holdingNumber}}</label>
        <input id="exploitation" name="exploitation" value="{{page.filters.holding}}" size="9"></p>
        <p><label for="commune">{{t.followUp.commune}}</label>
        <input id="commune" name="commune" value="{{page.filters.commune}}" size="6"></p>
        <p><label for="veterinaire">{{t.followUp.veterinarian}}</label>
        <input id="veterinaire" name="veterinaire" value="{{page.filters.veterinarian}}" size="8"></p>
        <p><label for="tri">{{t.followUp.order}}</label><select id="tri" name="tri">{{#page.filters.orderOptions}}
        <option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/page.filters.orderOptions}}
        </select></p>
        <p class="checks"><label><input type="checkbox" name="plan-demande" value="1"
        {{#page.filters.requested}} checked{{/page.filters.requested}}> {{t.followUp.requested}}</label>
        <label><input type="checkbox" name="sans-evaluation" value="1"
        {{#page.filters.unevaluated}} checked{{/page.filters.unevaluated}}> {{t.followUp.unevaluated}}</label>
        <label><input type="checkbox" name="non-negatif" value="1"
        {{#page.filters.nonNegative}} checked{{/page.filters.nonNegative}}> {{t.followUp.nonNegative}}</label></p>
        <fieldset class="checks"><legend>{{t.followUp.columns}}</legend>{{#page.columnChoices}}
        <label><input type="checkbox" name="colonnes" value="{{value}}"{{#isChosen}} checked{{/isChosen}}>
        {{title}}</label>
        {{/page.columnChoices}}</fieldset>
        <p class="actions"><button class="primary">{{t.followUp.apply}}</button> <a
        href="{{page.path}}">{{t.followUp.clear}}</a></p>
        </form>
        {{#page.viewsPath}}<form method="post" action="{{.}}"><input type="hidden" name="_form" value="{{form}}">
        <input type="hidden" name="requete" value="{{page.query}}">
        <p><label for="nom">{{t.followUp.viewName}}</label><input id="nom" name="nom" maxlength="60" required></p>
        <p class="actions"><button>{{t.followUp.saveView}}</button>
        <button formaction="{{page.forgetPath}}">{{t.followUp.forgetView}}</button></p></form>{{/page.viewsPath}}
        </details>
        {{#page.hasViews}}<p class="views"><span class="hint">{{t.followUp.views}}</span>{{/page.hasViews}}
        {{#page.views}}<a href="{{path}}">{{name}}</a> {{/page.views}}{{#page.hasViews}}</p>{{/page.hasViews}}
        """#)
}
