extension OwnHome {
    static let template = Template(
        "own-home",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        <p>{{page.hint}}</p>
        <ul class="lines pair">{{#page.work}}<li><strong>{{count}}</strong> {{title}}</li>
        {{/page.work}}</ul>
        {{#page.isEmpty}}<p class="notice">{{t.own.none}}</p>{{/page.isEmpty}}
        {{^page.isEmpty}}
        {{#page.groups}}<section><h2>{{title}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list cards">
        <thead><tr><th scope="col">{{t.own.herd}}</th><th scope="col">{{t.own.intervention}}</th>
        <th scope="col">{{t.own.planned}}</th><th scope="col">{{t.own.status}}</th>
        <th scope="col">{{t.own.document}}</th>{{#page.isVeterinarian}}<th scope="col">{{t.own.tuberculin}}</th>
        {{/page.isVeterinarian}}</tr></thead>
        <tbody>{{#lines}}<tr>
        <th scope="row"><a href="{{holdingPath}}">{{name}}</a><br><span class="hint">{{holding}}, {{herd}}</span></th>
        <td data-title="{{t.own.intervention}}"><a href="{{path}}">{{number}}</a>
        {{#tasks}}<br><b>{{.}}</b>{{/tasks}}</td>
        <td data-title="{{t.own.planned}}">{{planned}}</td>
        <td data-title="{{t.own.status}}">{{#statuses}}<span class="pill">{{disease}}
        <b class="status s-{{status}}">{{status}}</b></span>
        {{/statuses}}
        {{#reasons}}<p class="hint">{{disease}} : {{#sentences}}{{.}} {{/sentences}}</p>{{/reasons}}</td>
        <td data-title="{{t.own.document}}">{{#document}}<a href="{{.}}">{{t.own.open}}
        <span class="visually-hidden">{{number}}</span></a>{{/document}}
        {{^document}}{{#documentState}}<span class="hint">{{.}}</span>{{/documentState}}{{/document}}</td>
        {{#page.isVeterinarian}}<td data-title="{{t.own.tuberculin}}">{{#tuberculin}}<a href="{{path}}">{{title}}
        <span class="visually-hidden">{{number}}</span></a>{{/tuberculin}}</td>{{/page.isVeterinarian}}
        </tr>
        {{/lines}}</tbody></table></div></section>{{/page.groups}}
        {{#page.next}}<p><a href="{{.}}">{{t.own.more}}</a></p>{{/page.next}}
        {{/page.isEmpty}}
        {{#page.hasLetters}}<section class="card"><h2>{{t.own.letters}}</h2>
        <ul>{{#page.letters}}<li><a href="{{path}}">{{title}}</a> <span class="hint">{{detail}}</span></li>
        {{/page.letters}}</ul></section>{{/page.hasLetters}}
        {{#page.identity}}<section class="card"><h2>{{t.own.identity}}</h2><dl class="facts">
        <div><dt>{{t.own.orderNumber}}</dt><dd>{{orderNumber}}</dd></div>
        <div><dt>{{t.own.name}}</dt><dd>{{name}}</dd></div><div><dt>{{t.own.practice}}</dt><dd>{{practice}}</dd></div>
        <div><dt>{{t.own.email}}</dt><dd>{{email}}</dd></div>
        <div><dt>{{t.own.accredited}}</dt><dd>{{accredited}}</dd></div></dl></section>{{/page.identity}}
        {{/main}}{{/layout}}
        """#)
}
