package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/unbake/unbake/corpus/train/text/line"
	"github.com/unbake/unbake/corpus/train/text/npm"
)

// texts runs a reader and shows what it emits as "language register text".
func texts(t *testing.T, read reader, in string) []string {
	t.Helper()
	var out []string
	err := read([]byte(in), func(lang string, reg line.Register, text string) {
		out = append(out, strings.TrimSpace(lang+" "+string(reg)+" "+text))
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestReaders(t *testing.T) {
	for _, tt := range []struct {
		name string
		read reader
		in   string
		want []string
	}{
		{"JSON leaves", jsonLeaves, `{"b":{"message":"Größe"},"a":["Été",1,null]}`, []string{"Été", "Größe"}},
		{"JSON search words", jsonTerms, `{"name":"Café","terms":"bistrot,troquet"}`, []string{"Café", "bistrot", "troquet"}},
		{"CLDR names", cldrLeaves, `{"main":{"fr":{"identity":{"language":"fr"},"x":{"de":"allemand","p":"{0} ({1})"}}}}`, []string{"allemand"}},
		{"CLDR annotations", annotations, `{"annotations":{"identity":{"language":"fr"},"annotations":{"★":{"default":["étoile"],"tts":["étoile noire"]}}}}`,
			[]string{"étoile", "étoile noire", "emoji ★ étoile noire"}},
		{"emojibase", emojibase, `[{"label":"clin d’œil","hexcode":"1F609","tags":["œil"],"emoticon":";)"}]`, []string{"clin d’œil", "œil"}},
		{"brands", brands, `{"nsi":{"a":{"items":[{"displayName":"Nestlé","id":"nestle-1","tags":{"brand:wikidata":"Q1","name:ja":"ネスレ"}}]}}}`,
			[]string{"und  Nestlé", "und  ネスレ"}},
		{"cities", cities, `[{"name":"Åbo","lat":"60","country":"FI"}]`, []string{"und  Åbo"}},
		{"documents by locale", electron, `{"fr-FR":{"/x":{"slug":"x","title":"Un titre","content":"# Haut\n\nDu *texte*"}}}`,
			[]string{"fr-FR titles Haut", "fr-FR  Du texte", "fr-FR  Un titre"}},
		{"HTML", htmlText, `<html data-code="deu" lang="de"><h1>Präambel</h1><p>Da die
 <b>Würde</b> &amp; mehr</p></html>`, []string{"de titles Präambel", "de  Da die Würde & mehr"}},
		{"HTML without a tag", htmlText, `<html data-code="cof" lang="und"><p>Tsachi</p>`, []string{"cof  Tsachi"}},
		{"Markdown", markdown, "---\ntitle: x\n---\n## Über\nEin [Wort](y) mit `Code`\n```\nnicht\n```\n| a | b |\n- Punkt\n", []string{"titles Über", "Ein Wort mit Code", "Punkt"}},
		{"YAML", yamlValues, "fr:\n  name: Été\n  long: >-\n    plié ici\n  quoted: 'l''été'\n  # rem\n  d: \"a \\\"b\\\"\"\n", []string{"Été", "plié ici", "l'été", `a "b"`}},
	} {
		if diff := cmp.Diff(tt.want, texts(t, tt.read, tt.in)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestJSStrings(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     []string
	}{
		{"values, not keys", `x = {"k k": "Été", 'b': 'l\'eau'}`, []string{"Été", "l'eau"}},
		{"assigned keys", `Msg["ADD"] = "Ajouter";`, []string{"Ajouter"}},
		{"escapes", `["s\xe9lection", "\u00e9t\u00E9", "\u{1F600}", "\ud83d\ude00", "a\nb"]`, []string{"sélection", "été", "😀", "😀", "a\nb"}},
		{"packed list", "a=`Ours blanc.Élan`.split(`.`)", []string{"Ours blanc", "Élan"}},
		{"comments and code", "// \"no\"\n/* 'no' */ 'use strict'; import './x.js'; f('pagePrevText'); 'fr-FR'; `Bär`", []string{"Bär"}},
		{"templates of names", `["{{person.name}}", "Müller"]`, []string{"Müller"}},
		{"open at the end", `"Ende`, []string{"Ende"}},
		{"escape at the end", `"a\`, []string{"a"}},
	} {
		if diff := cmp.Diff(tt.want, texts(t, jsStrings, tt.in)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestSignsAndEmoticons(t *testing.T) {
	signs, err := Signs([]byte(`{"annotations":{"annotations":{"→":{"tts":["arrow"]}}}}`))
	if diff := cmp.Diff([]string{"→"}, signs); diff != "" || err != nil {
		t.Errorf("Signs: %v (-want +got):\n%s", err, diff)
	}
	faces, err := Emoticons([]byte(`[{"emoticon":[":D",":-D"]},{"emoticon":";)"}]`))
	if diff := cmp.Diff([]string{":D", ":-D", ";)"}, faces); diff != "" || err != nil {
		t.Errorf("Emoticons: %v (-want +got):\n%s", err, diff)
	}
}

func TestProseLines(t *testing.T) {
	in := strings.Join([]string{
		"voice-web\tfr\tprose\tIl a été là.",
		"tldr\tth\thelp\tgrealpath",
		"tldr\ten\thelp\tls",
		"security-101\tbr\ttech\tSegurança",
		"security-101\thk\ttech\t安全",
		"opensource.guide\tde\tprose\tWarum wir das machen",
		"voice-web\tbr\tprose\tTad eo",
	}, "\n")
	var got []string
	err := proseLines(strings.NewReader(in), func(source string, l line.Line) {
		got = append(got, source+" "+l.Lang+" "+string(l.Register)+" "+l.Text)
	})
	want := []string{
		"voice-web fr prose Il a été là.", "tldr en help ls", "security-101 pt tech Segurança", "security-101 zh-tw tech 安全",
		"opensource.guide de titles Warum wir das machen", "voice-web br prose Tad eo",
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("proseLines: %v (-want +got):\n%s", err, diff)
	}
	if err := proseLines(strings.NewReader("one field\n"), func(string, line.Line) {}); err == nil {
		t.Error("proseLines accepted a line with one field")
	}
	if err := Prose([]byte("another file"), nil); err == nil {
		t.Error("Prose accepted a file with another checksum")
	}
}

// Every source is of a pinned package, and its path names a locale, or the
// reader does.
func TestSources(t *testing.T) {
	pins, err := npm.Pins()
	if err != nil {
		t.Fatal(err)
	}
	pinned := map[string]bool{}
	for _, p := range pins {
		pinned[p.Name] = true
	}
	for _, s := range Sources() {
		if !pinned[s.Package] {
			t.Errorf("%s is not pinned", s.Package)
		}
		if s.Takes == "" || s.read == nil {
			t.Errorf("%s does not say what is taken", s.Package)
		}
	}
}
