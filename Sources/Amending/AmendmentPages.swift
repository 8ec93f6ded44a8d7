/// A hard case of consolidation: how it is treated, and why.
///
/// Each has a page, and a test of the same name with acts and commands.
package struct AmendmentPage: Sendable {
  /// In kebab case: "lapse-revives".
  package let name: String
  package let title: String
  /// One sentence.
  package let summary: String
  /// The page below its title, as Markdown.
  package let text: String

  private init(_ name: String, _ title: String, _ summary: String, _ bytes: [UInt8]) {
    self.name = name
    self.title = title
    self.summary = summary
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// In the order of the pages.
  package static let all: [AmendmentPage] = [
    AmendmentPage(
      "three-times-apart", "Three times of an amendment: force, efficacy, application",
      "Each axis of time gives its own text; by default the text in force is given.",
      PackageResources.three_times_apart_md),
    AmendmentPage(
      "known-later", "Retroactive amendments: what was law, and what was known",
      "A retroactive act changes the law of the past, but not what could be known of it.",
      PackageResources.known_later_md),
    AmendmentPage(
      "no-date-no-change", "Commencement that depends on an event",
      "Without a day, or on a condition, an amendment waits until an act commences it.",
      PackageResources.no_date_no_change_md),
    AmendmentPage(
      "lapse-revives", "Temporary amendments: the old text comes back",
      "When a temporary amendment ends, the text is what it would be without it.", PackageResources.lapse_revives_md),
    AmendmentPage(
      "amends-text-to-come", "Amending a text that is not in force yet",
      "An amendment of a unit that another act inserts later takes effect together with that unit.",
      PackageResources.amends_text_to_come_md),
    AmendmentPage(
      "amends-amending-act", "Amending an amending act",
      "An instruction is carried out as its act reads on the day of effect; later changes do not reach back.",
      PackageResources.amends_amending_act_md),
    AmendmentPage(
      "same-day-order", "Several amendments on one day",
      "Amendments of one day have a fixed order; where the text depends on it, there is a warning.",
      PackageResources.same_day_order_md),
    AmendmentPage(
      "no-fit-no-change", "An instruction that does not fit the text",
      "An instruction is carried out exactly or not at all; what does not fit is an error.",
      PackageResources.no_fit_no_change_md),
    AmendmentPage(
      "renumbering-followed", "Renumbering, and references to the old number",
      "References follow a renumbered provision; the new bearer of the number does not take them over.",
      PackageResources.renumbering_followed_md),
    AmendmentPage(
      "re-enactment", "Repeal and re-enactment",
      "A repealed number is free for a new provision, and a repealed provision can be revived.",
      PackageResources.re_enactment_md),
    AmendmentPage(
      "scope-forks-version", "Amendments for a part of the territory, or for some purposes",
      "An amendment for a part of the territory or for some purposes is not carried out for all.",
      PackageResources.scope_forks_version_md),
    AmendmentPage(
      "partial-commencement", "Partial commencement",
      "Each instruction commences by itself; in force for a purpose is not in force for all.",
      PackageResources.partial_commencement_md),
    AmendmentPage(
      "saving-is-no-text-change", "Transitional and saving provisions",
      "A saving changes no words; it is told at the provision and in the timeline.",
      PackageResources.saving_is_no_text_change_md),
    AmendmentPage(
      "prospective-text-apart", "Text that is not in force yet",
      "What is enacted for later is listed apart, or marked with its day where it already stands.",
      PackageResources.prospective_text_apart_md),
    AmendmentPage(
      "editorial-marked", "Words of the editor and words of the law",
      "Notes of the editor are marked in the consolidated XML; a new number that an act orders is law.",
      PackageResources.editorial_marked_md),
    AmendmentPage(
      "corrigendum-from-the-start", "Corrigenda",
      "A corrigendum counts from the first day of what it corrects, but was not known before.",
      PackageResources.corrigendum_from_the_start_md),
    AmendmentPage(
      "acts-taken-into-account", "Which acts a consolidated text takes into account",
      "The text names what it takes into account; missing, failed and pending acts are listed apart.",
      PackageResources.acts_taken_into_account_md),
    AmendmentPage(
      "provenance-of-every-word", "Where the words come from",
      "Pages, differences and metadata name every instruction that changed a provision.",
      PackageResources.provenance_of_every_word_md),
    AmendmentPage(
      "end-day-excluded", "Days, ends and broken times",
      "The day of the end is no longer part of an interval; a time that cannot be read changes nothing.",
      PackageResources.end_day_excluded_md),
    AmendmentPage(
      "sunset-needs-instruction", "Provisions that end by themselves",
      "A provision ends by its metadata, not by its words; a prolongation moves the end.",
      PackageResources.sunset_needs_instruction_md),
  ]

  /// All pages as one Markdown document.
  package static var document: String {
    var out = "# How amendments are carried out\n\n"
    for page in all { out += "- [\(page.title)](#\(page.name)): \(page.summary)\n" }
    for page in all { out += "\n<a id=\"\(page.name)\"></a>\n\n## \(page.title)\n\n\(page.text)" }
    return out
  }
}
