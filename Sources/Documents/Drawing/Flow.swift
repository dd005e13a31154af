/// One thing in a text that runs over pages: a line, a row of a table, a picture.
struct FlowItem {
    var height: Points
    /// White above it, dropped at the top of a page.
    var gap: Points = 0
    /// Never the last thing on a page: a heading, the first line of a paragraph.
    var keepsWithNext = false
    /// Drawn again where this item begins a page: the head of its table.
    var head: FlowHead?
    var draw: (Canvas, Points) -> Void
}

/// The head of a table, drawn on every page on which the table goes on.
struct FlowHead {
    let height: Points
    let draw: (Canvas, Points) -> Void
}

/// What stands where on one page.
struct FlowPage {
    var placed: [(top: Points, draw: (Canvas, Points) -> Void)] = []

    func draw(_ canvas: Canvas) {
        for item in placed { item.draw(canvas, item.top) }
    }
}

/// Distributes items over pages, between `firstTop` (first page) or `top` (others) and `bottom`.
///
/// An item higher than a page gets one of its own and runs over its foot; callers keep items small.
func flow(_ items: [FlowItem], firstTop: Points, top: Points, bottom: Points) -> [FlowPage] {
    var pages: [FlowPage] = []
    var page = FlowPage()
    var y = firstTop
    var index = 0
    while index < items.count {
        // A heading and what it must not be parted from move together.
        var end = index + 1
        while end < items.count, items[end - 1].keepsWithNext { end += 1 }
        let needed = items[index..<end].reduce(0) { $0 + $1.gap + $1.height }
        for (offset, item) in items[index..<end].enumerated() {
            // The group goes together where it can; one that no page holds is parted where the page ends.
            let height = offset == 0 ? needed : item.gap + item.height
            if !page.placed.isEmpty, y + height > bottom {
                pages.append(page)
                page = FlowPage()
                y = top
            }
            let beginsPage = page.placed.isEmpty
            if beginsPage, let head = item.head {
                page.placed.append((y, head.draw))
                y += head.height
            }
            if !beginsPage { y += item.gap }
            page.placed.append((y, item.draw))
            y += item.height
        }
        index = end
    }
    if !page.placed.isEmpty || pages.isEmpty { pages.append(page) }
    return pages
}
