extension SearchPage {
    static let template = Template(
        "search",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        {{#page.text}}<p>{{t.herds.searched}} « {{.}} »</p>{{/page.text}}
        {{#page.isEmpty}}<p class="notice">{{t.herds.nothing}}</p>{{/page.isEmpty}}
        {{#page.hasAnimals}}<section><h2>{{t.herds.animals}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{t.herds.animals}}"><table class="list">
        <thead><tr><th scope="col">{{t.herds.working}}</th><th scope="col">{{t.herds.number}}</th>
        <th scope="col">{{t.herds.holding}}</th></tr></thead>
        <tbody>{{#page.animals}}<tr><td>{{workingNumber}}</td><th scope="row"><a href="{{path}}">{{number}}</a></th>
        <td><a href="{{holdingPath}}">{{holding}}</a></td></tr>
        {{/page.animals}}</tbody></table></div>
        {{#page.moreAnimals}}<p><a href="{{.}}">{{t.herds.more}}</a></p>{{/page.moreAnimals}}</section>
        {{/page.hasAnimals}}
        {{#page.hasHoldings}}<section><h2>{{t.herds.holdings}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{t.herds.holdings}}"><table class="list">
        <thead><tr><th scope="col">{{t.herds.ede}}</th><th scope="col">{{t.herds.name}}</th>
        <th scope="col">{{t.herds.commune}}</th><th scope="col">{{t.herds.department}}</th>
        <th scope="col">{{t.herds.herds}}</th></tr></thead>
        <tbody>{{#page.holdings}}<tr><th scope="row"><a href="{{path}}">{{number}}</a></th><td>{{name}}
        {{#closed}}<span class="hint">{{t.herds.closed}} {{.}}</span>{{/closed}}</td><td>{{commune}}</td>
        <td>{{department}}</td><td>{{herds}}</td></tr>
        {{/page.holdings}}</tbody></table></div>
        {{#page.moreHoldings}}<p><a href="{{.}}">{{t.herds.more}}</a></p>{{/page.moreHoldings}}</section>
        {{/page.hasHoldings}}
        {{/main}}{{/layout}}
        """#)
}
