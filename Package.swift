// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
let strictAndSafe = strict + [.strictMemorySafety()]

// A page for each hard case of consolidation; `AmendmentPage.all` lists them for the reader.
let amendmentPages = [
  "three-times-apart",
  "known-later",
  "no-date-no-change",
  "lapse-revives",
  "amends-text-to-come",
  "amends-amending-act",
  "same-day-order",
  "no-fit-no-change",
  "renumbering-followed",
  "re-enactment",
  "scope-forks-version",
  "partial-commencement",
  "saving-is-no-text-change",
  "prospective-text-apart",
  "editorial-marked",
  "corrigendum-from-the-start",
  "acts-taken-into-account",
  "provenance-of-every-word",
  "end-day-excluded",
  "sunset-needs-instruction",
]

// From the ground up: a target may use those before it, never those after it.
let package = Package(
  name: "nomodex",
  products: [.executable(name: "nomodex", targets: ["nomodex"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Floor 0
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev", "pkg-config"])]),
    .systemLibrary(name: "CLinux"),
    .target(name: "Diagnostics", swiftSettings: strictAndSafe),
    // Floor 1
    .target(name: "XMLReading", dependencies: ["Diagnostics", "CLibXML2", "CLinux"], swiftSettings: strictAndSafe),
    .target(name: "Provisions", dependencies: ["Diagnostics"], swiftSettings: strictAndSafe),
    .target(
      name: "Catalogue", dependencies: ["Diagnostics", .product(name: "Yams", package: "Yams")],
      resources: [.embedInCode("Resources/requirements.yaml"), .embedInCode("Resources/profile.yaml")],
      swiftSettings: strictAndSafe),
    .target(
      name: "Wording",
      resources: [
        "parties", "bodies", "channels", "anticues", "acts", "modality", "requirements", "rules", "scope",
      ].map {
        .embedInCode("Resources/\($0).tsv")
      }, swiftSettings: strictAndSafe),
    // Floor 2
    .target(name: "Dialects", dependencies: ["XMLReading", "Provisions", "Diagnostics"], swiftSettings: strictAndSafe),
    .target(name: "Citations", dependencies: ["Provisions"], swiftSettings: strictAndSafe),
    // Floor 3
    .target(name: "Consolidation", dependencies: ["Citations", "Provisions"], swiftSettings: strictAndSafe),
    .target(
      name: "Amending", dependencies: ["Citations", "Provisions", "XMLReading"],
      resources: amendmentPages.map { .embedInCode("Pages/\($0).md") }, swiftSettings: strictAndSafe),
    // Floor 4
    .target(
      name: "LegalBases",
      dependencies: ["Catalogue", "Wording", "Consolidation", "Citations", "Provisions", "Diagnostics"],
      swiftSettings: strictAndSafe),
    .target(
      name: "Reliance", dependencies: ["Consolidation", "Citations", "Provisions"], swiftSettings: strictAndSafe),
    // Floor 5
    .target(
      name: "Checking",
      dependencies: ["LegalBases", "Consolidation", "Citations", "Provisions", "Diagnostics"],
      swiftSettings: strictAndSafe),
    .target(
      name: "Templates",
      path: "Templates",
      exclude: ["README.md"],
      resources: [
        .embedInCode("Resources/act.mustache"),
        .embedInCode("Resources/difference.mustache"),
        .embedInCode("Resources/index.mustache"),
        .embedInCode("Resources/style.css"),
      ]),
    .target(
      name: "Codex",
      dependencies: [
        "Reliance", "LegalBases", "Amending", "Consolidation", "Citations", "Provisions", "Templates", "Diagnostics",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: strictAndSafe),
    // Floor 6
    .target(
      name: "Compiling",
      dependencies: [
        "Codex", "Checking", "LegalBases", "Catalogue", "Amending", "Consolidation", "Citations", "Dialects",
        "Provisions",
        "XMLReading", "Diagnostics", "CLinux",
      ],
      swiftSettings: strictAndSafe),
    // Floor 8
    .executableTarget(
      name: "nomodex",
      dependencies: [
        "Compiling", "Codex", "Checking", "Reliance", "LegalBases", "Catalogue", "Amending", "Consolidation",
        "Citations", "Provisions", "Diagnostics", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // Tests mirror the targets.
    .target(
      name: "TestSupport",
      dependencies: ["Compiling", "Checking", "Dialects", "Provisions", "XMLReading", "Diagnostics"],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "XMLReadingTests", dependencies: ["XMLReading", "Diagnostics", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DialectsTests",
      dependencies: ["Dialects", "Provisions", "XMLReading", "Diagnostics", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CitationsTests",
      dependencies: [
        "Citations", "Compiling", "Dialects", "Provisions", "TestSupport", "Consolidation", "XMLReading", "Diagnostics",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "AmendingTests",
      dependencies: [
        "Amending", "Codex", "Compiling", "Consolidation", "Citations", "Provisions", "XMLReading", "Diagnostics",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "LegalBasesTests",
      dependencies: [
        "LegalBases", "Catalogue", "Compiling", "Consolidation", "Citations", "Provisions", "Diagnostics",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RelianceTests",
      dependencies: ["Reliance", "Consolidation", "Citations", "Provisions", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CheckingTests",
      dependencies: [
        "Checking", "Compiling", "LegalBases", "Consolidation", "Citations", "Provisions", "Diagnostics", "TestSupport",
      ],
      exclude: ["Examples"], swiftSettings: strict),
    .testTarget(
      name: "CodexTests",
      dependencies: [
        "Codex", "Compiling", "Reliance", "Consolidation", "Citations", "Provisions", "Diagnostics", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["TestSupport", "XMLReading", "Diagnostics", "nomodex"],
      exclude: ["transcripts", "cases"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
