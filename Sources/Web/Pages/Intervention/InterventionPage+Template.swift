extension InterventionPage {
    static let template = Template(
        "intervention",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="{{page.followUp}}">{{page.campaign}}</a></p>
        <h1>{{title}}</h1>
        {{>notices}}
        {{^empty(page.contradictions)}}<div class="notice refused" role="alert">
        <p><strong>{{t.intervention.contradicted}}</strong></p>
        <ul class="lines">{{#page.contradictions}}<li>{{sentence}}, {{when}}{{#file}}
        (<a href="{{.}}">{{t.intervention.contradictingFile}}</a>){{/file}}</li>{{/page.contradictions}}</ul>
        <p><span class="way">{{t.fault.way}} :</span> {{t.intervention.contradictedWay}}</p></div>
        {{/empty(page.contradictions)}}
        {{#page.standing}}<p class="notice warned">{{.}}</p>{{/page.standing}}
        {{#page.waiting}}<p class="notice warned"><a href="{{path}}">{{value}} {{label}}</a></p>{{/page.waiting}}
        <dl class="facts">{{#page.facts}}<div><dt>{{label}}</dt>
        <dd>{{#path}}<a href="{{path}}">{{value}}</a>{{/path}}{{^path}}{{value}}{{/path}}</dd></div>
        {{/page.facts}}</dl>
        <p class="actions">{{#page.actions}}<a class="button" href="{{path}}">{{title}}</a> {{/page.actions}}</p>
        <nav class="inpage" aria-label="{{t.intervention.onPage}}"><a href="#maladies">{{t.intervention.diseases}}</a>
        <a href="#bovins">{{t.intervention.animals}}</a> <a href="#resultats">{{t.intervention.results}}</a>
        <a href="#rapports">{{t.intervention.reports}}</a> <a href="#documents">{{t.intervention.papers}}</a>
        <a href="#pieces">{{t.intervention.attachments}}</a>
        <a href="#notes">{{t.intervention.notes}}</a> <a href="#historique">{{t.intervention.timeline}}</a></nav>
        <section id="maladies"><h2>{{t.intervention.diseases}}</h2>
        <div class="panels">{{#page.diseases}}{{>disease}}{{/page.diseases}}</div></section>
        {{>intervention-forms}}
        <section id="bovins"><h2>{{t.intervention.animals}} <span class="hint">({{page.animalCount}})</span></h2>
        {{^page.animals}}<p>{{t.intervention.noAnimals}}</p>{{/page.animals}}
        {{^empty(page.animals)}}
        <div class="wide tall" tabindex="0" role="region" aria-label="{{t.intervention.animals}}"><table class="list">
        <thead><tr><th scope="col">{{t.intervention.animal}}</th><th scope="col">{{t.intervention.asked}}</th>
        <th scope="col">{{t.intervention.entered}}</th><th scope="col">{{t.intervention.left}}</th>
        <th scope="col">{{t.disease.BRU}}</th><th scope="col">{{t.disease.LEU}}</th><th
        scope="col">{{t.disease.TUB}}</th>
        <th scope="col">{{t.intervention.cancelled}}</th></tr></thead>
        <tbody>{{#page.animals}}<tr><th scope="row"><a
        href="/bovins/{{number}}">{{number}}</a></th><td>{{diseases}}</td>
        <td>{{enteredOn}}</td><td>{{leftOn}}</td><td>{{brucellosis}}</td><td>{{leukosis}}</td><td>{{tuberculosis}}</td>
        <td>{{cancelled}}</td></tr>
        {{/page.animals}}</tbody></table></div>
        {{/empty(page.animals)}}
        {{#page.acts.hasList}}<div class="acts">{{#page.acts.list}}{{>act-form}}{{/page.acts.list}}</div>
        {{/page.acts.hasList}}</section>
        {{>intervention-results}}
        <section id="rapports"><h2>{{t.intervention.reports}}</h2>
        {{^page.reports}}<p>{{t.intervention.noReports}}</p>{{/page.reports}}
        <ul class="lines">{{#page.reports}}<li><strong>{{value}}</strong> {{#contradicted}}<strong
        class="fault">({{.}})</strong> {{/contradicted}}<a href="{{pdf}}">{{number}},
        {{t.intervention.version}} {{version}} (PDF)</a> <span class="hint">{{issued}}</span>
        {{#comment}}<br>{{.}}{{/comment}}{{#invalidated}}<br><em>{{t.intervention.invalidated}}
        {{.}}</em>{{/invalidated}}
        {{#followUps}}<br>{{t.intervention.followUp}} {{.}}{{/followUps}}</li>
        {{/page.reports}}</ul></section>
        <section id="documents"><h2>{{t.intervention.papers}}</h2>
        <ul class="lines">{{#page.papers}}<li>{{#pdf}}<a href="{{pdf}}">{{title}}
        (PDF)</a>{{/pdf}}{{^pdf}}{{title}}{{/pdf}}
        <span class="hint">{{detail}}</span></li>
        {{/page.papers}}{{#page.letters}}<li><a href="{{pdf}}">{{title}} (PDF)</a> <span
        class="hint">{{detail}}</span></li>
        {{/page.letters}}</ul>
        {{#page.paper}}{{>section}}{{/page.paper}}</section>
        {{>attachments}}
        <section id="notes"><h2>{{t.intervention.notes}}</h2>
        {{^page.notes}}<p>{{t.intervention.noNotes}}</p>{{/page.notes}}
        <ul class="lines">{{#page.notes}}<li><span class="hint">{{when}}, {{who}}, {{kind}}</span><br>
        <span class="words" dir="auto">{{text}}</span></li>
        {{/page.notes}}</ul>
        {{#page.tasks}}{{>section}}{{/page.tasks}}</section>
        <section id="historique"><h2>{{t.intervention.timeline}}</h2>
        <ol class="timeline">{{#page.timeline}}<li><span class="hint">{{when}}</span> {{what}}
        {{#who}}<span class="hint">({{.}})</span>{{/who}}</li>
        {{/page.timeline}}</ol>
        {{#page.trace}}<details><summary>{{title}}</summary>{{>section}}</details>{{/page.trace}}</section>
        {{/main}}{{/layout}}
        """#)

    static let diseaseTemplate = Template(
        "disease",
        #"""
        <article class="card {{statusClass}}"><h3>{{name}} <span class="hint">{{inCharge}}</span></h3>
        {{^plans}}<p>{{t.intervention.noPlan}}</p>{{/plans}}{{#plans}}<p>{{t.intervention.plan}} {{.}}</p>{{/plans}}
        {{#status}}<p><span class="status s-{{status}}">{{status}}</span> {{statusName}}</p>{{/status}}
        {{^status}}<p>{{t.intervention.notComputed}}</p>{{/status}}
        <ul class="reasons">{{#reasons}}<li>{{.}}</li>{{/reasons}}</ul>
        <dl class="figures">{{#figures}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>{{/figures}}</dl>
        {{#proposal}}<p>{{t.intervention.proposal}} <strong>{{.}}</strong></p>{{/proposal}}
        {{#proposalReason}}<p class="hint">{{.}}</p>{{/proposalReason}}
        {{#evaluation}}<p>{{t.intervention.evaluation}} <strong>{{.}}</strong> <span
        class="hint">{{evaluatedBy}}</span></p>
        {{#comment}}<p class="words" dir="auto">{{.}}</p>{{/comment}}
        {{#proof}}<p>{{t.intervention.proof}} {{.}}</p>{{/proof}}{{/evaluation}}
        </article>
        """#)

    static let sectionTemplate = Template(
        "section",
        #"""
        <h3>{{title}}</h3><div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list">
        <thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
        <tbody>{{#rows}}<tr>{{#.}}<td>{{.}}</td>{{/.}}</tr>
        {{/rows}}</tbody></table></div>
        """#)
}
