extension HomePage {
    /// The bar of a disease: the figures beside it say the same.
    static let shareTemplate = Template(
        "share",
        #"""
        <svg class="share" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">{{#shares}}<rect
        class="s-{{code}}" x="{{from}}" y="0" width="{{width}}" height="10"></rect>{{/shares}}</svg>
        """#)

    static let template = Template(
        "home",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        {{#page.alerts}}<p class="notice warned"><a href="/administration/sante">{{.}}</a></p>{{/page.alerts}}
        {{^page.seesCampaigns}}<p>{{t.home.account}}</p>
        <ul class="work">{{#page.places}}<li><a href="{{path}}"><span><strong>{{title}}</strong><br><span
        class="hint">{{purpose}}</span></span></a></li>{{/page.places}}</ul>
        {{/page.seesCampaigns}}
        {{#page.seesCampaigns}}{{^page.campaigns}}<p>{{t.home.none}}</p>{{/page.campaigns}}{{/page.seesCampaigns}}
        {{#page.hasMap}}<p class="actions"><a class="button" href="/carte">{{t.map.byDepartment}}</a>
        <a class="button" href="/regions">{{t.region.all}}</a></p>{{/page.hasMap}}
        {{#page.national}}<h2>{{t.home.work}}</h2>
        {{^page.late}}<p>{{t.home.nothingNational}}</p>{{/page.late}}{{/page.national}}
        {{#page.late}}<p class="notice warned"><a href="{{path}}">{{title}}</a> : {{purpose}}</p>{{/page.late}}
        {{#page.campaigns}}
        <section class="card">
        <h2><a href="{{path}}">{{title}}</a> <span class="hint">{{dates}}</span></h2>
        <p class="actions"><a class="button primary" href="{{followUp}}">{{t.home.followUp}} ({{interventions}}
        {{t.home.interventions}})</a>
        {{#desk}}<a class="button" href="{{.}}">{{t.desk.title}}</a>{{/desk}}</p>
        {{#glance}}
        {{#closing}}<p class="notice warned"><a href="{{closingPath}}">{{.}}</a></p>{{/closing}}
        {{#refused}}<p class="notice warned"><a href="/fichiers">{{.}}</a></p>{{/refused}}
        {{#hasOwnWork}}<h3>{{t.home.work}}</h3>
        {{^mine}}<p>{{t.home.nothing}}</p>{{/mine}}
        <ul class="work">{{#mine}}<li><a href="{{path}}"><span>{{title}}<span
        class="visually-hidden"> :</span></span> <span class="count">{{count}}</span></a></li>
        {{/mine}}</ul>{{/hasOwnWork}}
        {{#othersTitle}}<h3>{{.}}</h3>{{/othersTitle}}
        <ul class="work quiet">{{#others}}<li><a href="{{path}}"><span>{{title}}<span
        class="visually-hidden"> :</span></span> <span class="count">{{count}}</span></a></li>
        {{/others}}</ul>
        <h3>{{t.home.progress}}</h3>
        <div class="wide" tabindex="0" role="region" aria-label="{{t.home.progress}}"><table class="list">
        <thead><tr><th scope="col">{{t.home.disease}}</th><th scope="col">{{t.home.status}}</th>
        <th scope="col">{{t.home.tested}}</th></tr></thead>
        <tbody>{{#progress}}<tr><th scope="row">{{disease}}</th>
        <td>{{>share}}{{#figures}}<span class="figure"><strong>{{value}}</strong> {{label}}</span> {{/figures}}</td>
        <td>{{tested}}</td></tr>{{/progress}}</tbody></table></div>
        <h3>{{t.home.reports}}</h3>
        <p>{{#reports}}<span class="figure"><strong>{{value}}</strong> {{label}}</span> {{/reports}}</p>
        {{/glance}}
        </section>
        {{/page.campaigns}}
        {{/main}}{{/layout}}
        """#)
}
