/// Instructions in words, for reports.
extension Codification {
  /// Who gives an instruction, what it does, and to what.
  package func description(_ instruction: LawInstruction) -> String {
    let giver = instruction.giver
    let to = addressee(of: instruction.node)
    let document = to.flatMap { library.value($0.document, .id) } ?? library.value(instruction.node, .doc) ?? ""
    return [giver.act, giver.provision, library.tree.name(instruction.node), document, to?.address.text ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The same as a line of a table, with what became of it.
  package func line(_ instruction: LawInstruction) -> String {
    let giver = instruction.giver
    let to = addressee(of: instruction.node)
    let document = to.flatMap { library.value($0.document, .id) } ?? library.value(instruction.node, .doc) ?? ""
    let outcome =
      switch outcomes[Int(instruction.id)] {
      case .applied: "applied"
      case .failed(let failure): "failed: " + failure.words
      case .lapsed: "lapsed"
      default: giver.condition.map { "waiting: " + $0 } ?? "waiting"
      }
    return [
      giver.act, giver.provision, "\(giver.effective)", library.tree.name(instruction.node), document,
      to?.address.text ?? "", OpenLawLibrary.normalized(outcome),
    ].joined(separator: "\t")
  }
}
