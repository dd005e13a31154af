/// The frame of every page: who is signed in, where one can go, the page itself.
enum Layout {
    static let template = Template(
        "layout",
        #"""
        <!DOCTYPE html>
        <html lang="fr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="htmx-config" content='{"includeIndicatorStyles":false,"allowEval":false}'>
        <title>{{title}} · Vigie</title>
        <link rel="icon" href="{{assets.icon}}" type="image/svg+xml">
        {{#assets.bootstrap}}<link rel="stylesheet" href="{{.}}">{{/assets.bootstrap}}
        <link rel="stylesheet" href="{{assets.style}}">
        {{#assets.htmx}}<script src="{{.}}" defer></script>{{/assets.htmx}}
        <script src="{{assets.script}}" defer></script>
        {{$head}}{{/head}}
        </head>
        <body>
        <a class="skip" href="#contenu">{{t.layout.skip}}</a>
        <header class="masthead">
        <a class="brand" href="/">Vigie</a>
        {{#visitor}}
        <nav aria-label="{{t.layout.navigation}}"><ul class="places">
        {{#navigation}}<li><a href="{{path}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{title}}</a></li>
        {{/navigation}}
        </ul></nav>
        {{#maySearch}}<form class="search" role="search" action="/recherche"><label class="visually-hidden"
        for="recherche">{{t.layout.search}}</label><input id="recherche" type="search" name="q"
        placeholder="{{t.layout.searchHint}}" autocomplete="off"></form>{{/maySearch}}
        <div class="who"><a class="bell" href="/avertissements" aria-label="{{bell}}"><svg aria-hidden="true"
        viewBox="0 0 24 24" width="22" height="22"><path fill="currentColor" d="M12 22a2.5 2.5 0 0 0 2.5-2.5h-5A2.5 2.5
        0 0 0 12 22zm7-6v-5a7 7 0 0 0-5.5-6.8v-.7a1.5 1.5 0 0 0-3 0v.7A7 7 0 0 0 5 11v5l-2 2v1h18v-1z"/></svg>
        {{#unread}}<span class="badge" aria-hidden="true">{{.}}</span>{{/unread}}</a>
        <a href="/compte">{{name}}</a> <span class="role">{{role}}</span>
        <form method="post" action="/deconnexion"><input type="hidden" name="_form" value="{{form}}">
        <button class="plain">{{t.layout.signOut}}</button></form></div>
        {{/visitor}}
        </header>
        <main id="contenu" tabindex="-1" data-restored="{{t.layout.restored}}">
        {{$main}}{{/main}}
        </main>
        <footer class="foot">{{#manual}}<a href="{{.}}">{{t.help.onPage}}</a> · {{/manual}}{{t.layout.foot}}</footer>
        </body>
        </html>
        """#)

    /// A page that is one short form: a password, a code. What was wrong stands above it (`page.fault`).
    static let narrow = Template(
        "narrow",
        #"""
        {{<layout}}{{$main}}
        <div class="card narrow">
        <h1>{{title}}</h1>
        {{>fault-notice}}
        {{$content}}{{/content}}
        </div>
        {{/main}}{{/layout}}
        """#)
}
