extension OwnHome {
    static let template = Template(
        "own-home",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        <ul class="work">{{#page.work}}<li><span class="count">{{count}}</span> {{title}}</li>
        {{/page.work}}</ul>
        {{#page.isEmpty}}<p class="notice">{{t.own.none}}</p>{{/page.isEmpty}}
        {{^page.isEmpty}}
        <h2>{{t.own.interventions}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{t.own.interventions}}"><table class="list cards">
        <thead><tr><th scope="col">{{t.own.herd}}</th><th scope="col">{{t.own.intervention}}</th>
        <th scope="col">{{t.own.planned}}</th><th scope="col">{{t.own.status}}</th>
        <th scope="col">{{t.own.document}}</th>{{#page.isVeterinarian}}<th scope="col">{{t.own.tuberculin}}</th>
        {{/page.isVeterinarian}}</tr></thead>
        <tbody>{{#page.lines}}<tr>
        <th scope="row"><a href="{{holdingPath}}">{{name}}</a><br><span class="hint">{{holding}}, {{herd}}</span></th>
        <td data-title="{{t.own.intervention}}"><a href="{{path}}">{{number}}</a></td>
        <td data-title="{{t.own.planned}}">{{planned}}</td>
        <td data-title="{{t.own.status}}">{{#statuses}}<span class="status">{{disease}} {{status}}</span> {{/statuses}}
        {{#reasons}}<p class="hint">{{disease}} : {{#sentences}}{{.}} {{/sentences}}</p>{{/reasons}}</td>
        <td data-title="{{t.own.document}}">{{#document}}<a href="{{.}}">{{t.own.open}}
        <span class="visually-hidden">{{number}}</span></a>{{/document}}
        {{^document}}<span class="hint">{{t.own.notYet}}</span>{{/document}}</td>
        {{#page.isVeterinarian}}<td data-title="{{t.own.tuberculin}}">{{#tuberculin}}<a href="{{path}}">{{title}}
        <span class="visually-hidden">{{number}}</span></a>{{/tuberculin}}</td>{{/page.isVeterinarian}}
        </tr>
        {{/page.lines}}</tbody></table></div>
        {{#page.next}}<p><a href="{{.}}">{{t.own.more}}</a></p>{{/page.next}}
        {{/page.isEmpty}}
        {{#page.hasLetters}}<section class="card"><h2>{{t.own.letters}}</h2>
        <ul>{{#page.letters}}<li><a href="{{path}}">{{title}}</a> <span class="hint">{{detail}}</span></li>
        {{/page.letters}}</ul></section>{{/page.hasLetters}}
        {{/main}}{{/layout}}
        """#)
}
