import ArgumentParser
@main struct Vigie: AsyncParsableCommand {}
