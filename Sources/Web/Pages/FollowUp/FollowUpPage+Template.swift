extension FollowUpPage {
    static let template = Template(
        "follow-up",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        <p class="hint">{{page.campaign}}</p>
        <ul class="tabs">{{#page.tabs}}<li><a href="{{path}}"
        {{#isCurrent}} aria-current="page"{{/isCurrent}}>{{title}}</a></li>{{/page.tabs}}</ul>
        <details class="filters" open><summary>{{t.followUp.filters}}</summary>
        <form method="get">
        <input type="hidden" name="niveau" value="{{page.filters.level}}">
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
        <p><label for="commune">{{t.followUp.commune}}</label>
        <input id="commune" name="commune" value="{{page.filters.commune}}" size="6"></p>
        <p><label for="veterinaire">{{t.followUp.veterinarian}}</label>
        <input id="veterinaire" name="veterinaire" value="{{page.filters.veterinarian}}" size="8"></p>
        <p class="checks"><label><input type="checkbox" name="sans-evaluation" value="1"
        {{#page.filters.unevaluated}} checked{{/page.filters.unevaluated}}> {{t.followUp.unevaluated}}</label>
        <label><input type="checkbox" name="non-negatif" value="1"
        {{#page.filters.nonNegative}} checked{{/page.filters.nonNegative}}> {{t.followUp.nonNegative}}</label></p>
        <p class="actions"><button class="primary">{{t.followUp.apply}}</button> <a href="?">{{t.followUp.clear}}</a>
        <a href="{{page.csv}}">{{t.followUp.csv}}</a></p>
        </form></details>
        {{^page.lines}}<p>{{t.followUp.empty}}</p>{{/page.lines}}
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}">
        <table class="list">
        <thead><tr><th scope="col">{{t.followUp.intervention}}</th><th scope="col">{{t.followUp.holding}}</th>
        <th scope="col">{{t.followUp.herd}}</th><th scope="col">{{t.followUp.planned}}</th>
        <th scope="col">{{t.followUp.vet}}</th>{{#page.diseases}}
        <th scope="col">{{.}} <span class="hint">{{t.followUp.tests}}</span></th>{{/page.diseases}}
        <th scope="col">{{t.followUp.report}}</th></tr></thead>
        <tbody>
        {{#page.lines}}<tr><th scope="row"><a href="{{path}}">{{number}}</a></th>
        <td>{{holding}} {{name}}</td><td>{{herd}}</td><td>{{planned}}</td><td>{{veterinarian}}</td>
        {{#diseases}}<td>{{#isPlanned}}{{#status}}<span class="status">{{.}}</span>{{/status}} {{counts}}
        {{#nonNegative}}<strong class="nn">NN {{nonNegative}}</strong>{{/nonNegative}}
        <span class="{{#isProposal}}proposal{{/isProposal}}">{{value}}</span>{{/isPlanned}}</td>{{/diseases}}
        <td>{{report}}{{nonCompletion}}</td></tr>
        {{/page.lines}}
        </tbody></table></div>
        <p class="actions">{{#page.first}}<a href="{{.}}">{{t.followUp.first}}</a>{{/page.first}}
        {{#page.next}}<a href="{{.}}" rel="next">{{t.followUp.next}}</a>{{/page.next}}</p>
        {{/main}}{{/layout}}
        """#)
}
