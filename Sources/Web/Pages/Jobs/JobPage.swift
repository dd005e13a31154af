import UseCases

/// All of one's jobs.
struct JobsPage: PageModel {
    let title = Catalogue.french.text("jobs", "title")
    var jobs: [JobCells] = []
    var next: String?

    static let template = Template(
        "jobs",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        {{^page.jobs}}<p>{{t.jobs.none}}</p>{{/page.jobs}}
        {{^empty(page.jobs)}}
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list">
        <thead><tr><th scope="col">{{t.jobs.number}}</th><th scope="col">{{t.jobs.kind}}</th>
        <th scope="col">{{t.jobs.what}}</th><th scope="col">{{t.jobs.state}}</th>
        <th scope="col">{{t.jobs.asked}}</th></tr></thead>
        <tbody>{{#page.jobs}}<tr><th scope="row"><a href="{{path}}">{{id}}</a></th><td>{{kind}}</td>
        <td>{{title}}</td><td>{{state}} {{step}}</td><td>{{asked}}</td></tr>
        {{/page.jobs}}</tbody></table></div>
        {{/empty(page.jobs)}}
        {{#page.next}}<p><a href="{{.}}" rel="next">{{t.jobs.next}}</a></p>{{/page.next}}
        {{/main}}{{/layout}}
        """#)
}

/// One job: while it runs the page asks again by itself, with htmx every two seconds, without scripts every five.
struct JobPage: PageModel {
    let job: JobCells
    var fault: [FaultPage.Line] = []

    var title: String { "\(Catalogue.french.text("jobs", "one")) \(job.view.row.id)" }

    static let template = Template(
        "job",
        #"""
        {{<layout}}
        {{$head}}{{#page.job.isRunning}}<noscript><meta http-equiv="refresh" content="5"></noscript>
        {{/page.job.isRunning}}{{/head}}
        {{$main}}
        <h1>{{title}}</h1>
        {{>fault-notice}}
        {{#page.job}}
        <section id="etat" aria-live="polite" class="card"{{#isRunning}} hx-get="{{path}}" hx-trigger="every 2s"
        hx-select="#etat" hx-target="this" hx-swap="outerHTML"{{/isRunning}}>
        <dl class="facts"><div><dt>{{t.jobs.kind}}</dt><dd>{{kind}}</dd></div>
        <div><dt>{{t.jobs.what}}</dt><dd>{{title}}</dd></div>
        <div><dt>{{t.jobs.state}}</dt><dd><strong>{{state}}</strong>{{#attempts}} ({{t.jobs.attempt}}
        {{.}}){{/attempts}}</dd></div>
        <div><dt>{{t.jobs.asked}}</dt><dd>{{asked}}</dd></div>
        {{#step}}<div><dt>{{t.jobs.progress}}</dt><dd>{{.}}{{#done}} {{.}}{{/done}}{{#total}} / {{.}}{{/total}}</dd>
        </div>{{/step}}
        {{#counts}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>{{/counts}}</dl>
        {{#file}}<p><a href="{{.}}">{{t.jobs.seeFile}}</a></p>{{/file}}
        {{#files}}<p><a href="{{path}}">{{name}}</a></p>{{/files}}
        {{#letters}}<h2>{{t.letters.made}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{t.letters.made}}"><table class="list">
        <thead><tr><th scope="col">{{t.letters.number}}</th><th scope="col">{{t.letters.intervention}}</th>
        <th scope="col">{{t.letters.recipient}}</th><th scope="col">{{t.letters.diseases}}</th>
        <th scope="col">{{t.letters.deadline}}</th></tr></thead>
        <tbody>{{#lines}}<tr><th scope="row">{{#pdf}}<a href="{{.}}">{{id}} (PDF)</a>{{/pdf}}
        {{^pdf}}{{id}}{{/pdf}}</th>
        <td>{{#intervention}}<a href="/interventions/{{.}}">{{.}}</a>{{/intervention}}</td><td>{{recipient}}</td>
        <td>{{diseases}}</td><td class="nowrap">{{deadline}}</td></tr>{{/lines}}</tbody></table></div>
        {{#more}}<p>{{.}} {{t.letters.more}}</p>{{/more}}{{/letters}}
        {{#register}}<p><a href="{{.}}">{{t.desk.register}}</a></p>{{/register}}
        <ul>{{#findings}}<li>{{sentence}} <span class="hint">{{wayOut}}</span></li>{{/findings}}</ul>
        <div class="actions">{{#isRunning}}<a href="{{path}}">{{t.jobs.refresh}}</a>
        <form method="post" action="{{path}}/annuler"><input type="hidden" name="_form" value="{{form}}">
        <button>{{t.jobs.cancel}}</button></form>{{/isRunning}}
        {{#canRetry}}<form method="post" action="{{path}}/relancer"><input type="hidden" name="_form" value="{{form}}">
        <button class="primary">{{t.jobs.retry}}</button></form>{{/canRetry}}
        <a href="/travaux">{{t.jobs.list}}</a></div>
        </section>
        {{/page.job}}
        {{/main}}{{/layout}}
        """#)
}
