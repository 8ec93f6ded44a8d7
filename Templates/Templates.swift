/// The page shells and the style sheet, as UTF-8.
package enum Template {
  /// The page of one act.
  package static var act: [UInt8] { PackageResources.act_mustache }
  /// The list of acts.
  package static var index: [UInt8] { PackageResources.index_mustache }
  /// The differences of an act between two dates.
  package static var difference: [UInt8] { PackageResources.difference_mustache }
  /// The style sheet of every page.
  package static var style: [UInt8] { PackageResources.style_css }
}
