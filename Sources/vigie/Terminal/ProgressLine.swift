import Glibc
import Synchronization

/// One line on standard error that tells how far a long step is; silent when nobody watches.
final class ProgressLine: Sendable {
    private struct Shown {
        var text = ""
        var second = 0
    }

    private let isWatched = isatty(STDERR_FILENO) != 0
    private let started = SystemClock.secondsSince1970()
    private let shown = Mutex(Shown())

    /// Shows a step. Nothing appears within the first second, and one step at most once a second.
    func show(_ step: String, done: Int, total: Int?) {
        guard isWatched else { return }
        let second = SystemClock.secondsSince1970() - started
        let text = line(step, done: done, total: total)
        shown.withLock { shown in
            guard second > 0, second != shown.second || done == total else { return }
            clear(shown.text)
            StandardError.write(text)
            shown = Shown(text: text, second: second)
        }
    }

    /// Takes the line away.
    func finish() {
        shown.withLock { shown in
            clear(shown.text)
            shown.text = ""
        }
    }

    private func line(_ step: String, done: Int, total: Int?) -> String {
        guard let total, total > 0 else { return done > 0 ? "\(step) : \(done)" : "\(step)…" }
        let tenths = min(20, done * 20 / total)
        let bar = String(repeating: "█", count: tenths) + String(repeating: "░", count: 20 - tenths)
        return "\(step) \(bar) \(done)/\(total)"
    }

    private func clear(_ text: String) {
        guard !text.isEmpty else { return }
        StandardError.write("\r" + String(repeating: " ", count: text.count) + "\r")
    }
}
