import Kernel
import Prophylaxis
import UseCases

/// What a page offers to who may write letters: on a work list those that answer it, for the lines that are ticked or
/// for all; elsewhere every kind.
struct LetterForm: Sendable {
    let path: String
    /// What would be written, to look at first.
    let draft: String
    /// The work list; nil on a page of no list.
    let list: String?
    let kinds: [Choice]
    /// Of several kinds one is chosen, by nobody but the person: one click writes hundreds of letters.
    let asksKind: Bool
    /// Why a letter cannot be written today, once for each reason.
    let objections: [Notice]
    let canWrite: Bool
    /// Lines of the page can be ticked.
    let picks: Bool
    /// The fixed months of milk that wait for results.
    let months: [Choice]
    let hasMonths: Bool
    /// Letters to laboratories have no copies for veterinarians.
    let hasCopies: Bool
    let asksPeriod: Bool
    let again: Bool
    let copies: Bool
    let by: String
    let period: String
    /// What was ticked when the form was refused.
    let chosen: Set<String>

    /// Nil where who asks writes no letter of the kind.
    static func of(
        _ campaign: CampaignAddress, list: WorkKind? = nil, months: [Day] = [], entered: Form? = nil,
        as context: Context
    ) async throws -> LetterForm? {
        let offers = try await OfferLetters(campaign: campaign.selector, list: list).perform(context)
        guard !offers.isEmpty else { return nil }
        let possible = offers.filter { $0.objection == nil }.map(\.kind)
        var reasons: [Finding] = []
        for reason in offers.compactMap(\.objection) where !reasons.contains(reason) { reasons.append(reason) }
        let isDairy = list == .milkMissing
        return LetterForm(
            path: campaign.path("courriers"), draft: campaign.path("courriers/brouillon.pdf"), list: list?.rawValue,
            kinds: possible.map {
                Choice($0.rawValue, $0.title, isChosen: entered?.value("courrier") == $0.rawValue)
            }, asksKind: possible.count > 1,
            objections: reasons.map {
                let text = FindingTexts.text(of: $0)
                return Notice(.warned, text.sentence, wayOut: text.wayOut)
            }, canWrite: !possible.isEmpty,
            picks: list != nil && !isDairy && !possible.isEmpty,
            months: months.map {
                let value = $0.firstOfMonth.description
                return Choice(value, $0.monthInFrench, isChosen: entered?.value("mois") == value)
            },
            hasMonths: !months.isEmpty, hasCopies: !isDairy,
            asksPeriod: possible.contains(.visitOutsideCampaign), again: entered?.value("encore") != nil,
            copies: entered?.value("copies") != nil,
            by: entered?.value("limite") ?? "", period: entered?.value("periode") ?? "",
            chosen: Set(entered?.values("choix") ?? []))
    }

    static let template = Template(
        "letter-form",
        #"""
        <section class="card" id="courriers"><h2>{{t.letters.title}}</h2>
        {{#objections}}<div class="notice {{kind}}"><p>{{sentence}}</p>{{#wayOut}}<p><span
        class="way">{{t.fault.way}} :</span> {{.}}</p>{{/wayOut}}</div>{{/objections}}
        {{#canWrite}}<p class="hint">{{#picks}}{{t.letters.pickHint}}{{/picks}}
        {{^picks}}{{t.letters.hint}}{{/picks}}</p>
        <form method="post" action="{{path}}" id="ecrire"><input type="hidden" name="_form" value="{{form}}">
        {{#list}}<input type="hidden" name="liste" value="{{.}}">{{/list}}
        <p><label for="courrier">{{t.letters.kind}}</label><select id="courrier" name="courrier" required>
        {{#asksKind}}<option value="">{{t.acts.choose}}</option>{{/asksKind}}
        {{#kinds}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/kinds}}</select></p>
        {{#hasMonths}}<p><label for="mois">{{t.letters.month}}</label><select id="mois" name="mois">
        <option value="">{{t.letters.allMonths}}</option>{{#months}}<option
        value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/months}}</select></p>{{/hasMonths}}
        <p><label for="limite">{{t.letters.by}}</label><input type="date" id="limite" name="limite" value="{{by}}"
        aria-describedby="limite-aide"> <span class="hint" id="limite-aide">{{t.letters.byHint}}</span></p>
        {{#asksPeriod}}<p><label for="periode">{{t.letters.period}}</label><input id="periode" name="periode"
        value="{{period}}" maxlength="200"></p>{{/asksPeriod}}
        <p class="checks"><label><input type="checkbox" name="encore" value="1"{{#again}} checked{{/again}}>
        {{t.letters.again}}</label>
        {{#hasCopies}}<label><input type="checkbox" name="copies" value="1"{{#copies}} checked{{/copies}}>
        {{t.letters.copies}}</label>{{/hasCopies}}
        </p>
        <p class="actions">{{#picks}}<button class="primary" name="portee"
        value="choix">{{t.letters.writeChosen}}</button>
        <button name="portee" value="toutes">{{t.letters.writeList}}</button>{{/picks}}
        {{^picks}}<button class="primary" name="portee" value="toutes">{{t.letters.write}}</button>{{/picks}}
        <button formaction="{{draft}}">{{t.letters.preview}}</button></p>
        </form>{{/canWrite}}</section>
        """#)
}

extension Day {
    /// `octobre 2020`
    var monthInFrench: String { "\(CodeWords.month(month)) \(year)" }
}
