internal import Glibc

/// Ends the program.
func leave(_ status: Int32) -> Never { exit(status) }

/// Columns of the terminal, where the environment tells.
func terminalWidth(_ columns: String?) -> Int { columns.flatMap { Int($0) }.map { min(max($0, 40), 400) } ?? 100 }
