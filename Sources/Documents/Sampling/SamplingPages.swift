/// What stands in one row of the table.
enum SamplingRow {
    case animal(SampledAnimal)
    /// Blank, for an animal that the veterinarian adds; numbered from 1 within the document.
    case spare(Int)
}

/// One page of the table: its rows, from `firstSlot` on.
struct SamplingPage {
    let firstSlot: Int
    let rows: ArraySlice<SamplingRow>
}

/// Distributes animals and spare rows over pages.
///
/// Spare rows fill the last page up to the upper bound; a page is added for them only when not even the lower bound
/// fits, since paper with labels is dear.
func samplingPages(
    _ animals: [SampledAnimal], spares: ClosedRange<Int>, firstSlot: Int, slotsPerPage: Int
) -> [SamplingPage] {
    let firstRoom = slotsPerPage - firstSlot
    let beyond = max(0, animals.count - firstRoom)
    let lastPageUse = beyond == 0 ? animals.count : (beyond - 1) % slotsPerPage + 1
    let room = (beyond == 0 ? firstRoom : slotsPerPage) - lastPageUse
    let spareCount = max(0, room >= spares.lowerBound ? min(room, spares.upperBound) : spares.lowerBound)

    var rows = animals.map { SamplingRow.animal($0) }
    for number in 0..<spareCount { rows.append(.spare(number + 1)) }
    var pages = [SamplingPage(firstSlot: firstSlot, rows: rows.prefix(firstRoom))]
    var next = pages[0].rows.endIndex
    while next < rows.endIndex {
        let page = SamplingPage(firstSlot: 0, rows: rows[next...].prefix(slotsPerPage))
        pages.append(page)
        next = page.rows.endIndex
    }
    return pages
}
