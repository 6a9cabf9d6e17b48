package engine

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/unbake/unbake/corpus"
)

// A tierCount is how many damaged cells there were, and which of them the fast tier left to the search, which
// takes some hundred times as long.
type tierCount struct {
	all  int
	left []string
}

func (n *tierCount) add(t *testing.T, e *Engine, text, path string) {
	t.Helper()
	baked, err := corpus.Bake(text, corpus.MustPath(path))
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	if baked == text {
		return
	}
	n.all++
	if _, _, ok := e.Settle(nil, []byte(baked)); !ok {
		n.left = append(n.left, baked)
	}
}

// check fails if more than one cell in so many was left.
func (n *tierCount) check(t *testing.T, oneIn int) {
	t.Helper()
	if n.all < 20 {
		t.Fatalf("only %d cells", n.all)
	}
	if len(n.left)*oneIn > n.all {
		t.Errorf("%d of %d damaged cells are left to the search, want one in %d at most; such as %q", len(n.left), n.all, oneIn, n.left[:min(3, len(n.left))])
	}
}

// TestFastTierSamples: damage of ordinary text keeps to the fast tier, in all languages of the samples.
func TestFastTierSamples(t *testing.T) {
	e := New(Options{})
	for _, path := range []string{"utf-8>windows-1252", "utf-8>windows-1252>windows-1252", "utf-8>windows-1251", "utf-8>ibm437", "utf-8>macintosh"} {
		t.Run(path, func(t *testing.T) {
			var n tierCount
			for _, s := range corpus.Samples() {
				if s.Trap == "" {
					n.add(t, e, s.Text, path)
				}
			}
			n.check(t, 18)
		})
	}
}

// TestFastTierLines is the same for lines of some words of a language, in any order.
func TestFastTierLines(t *testing.T) {
	e := New(Options{})
	words := map[string][]string{}
	for _, s := range corpus.Samples() {
		if s.Trap == "" {
			words[s.Lang] = append(words[s.Lang], strings.Fields(s.Text)...)
		}
	}
	for _, lang := range []string{"fr", "de", "es", "it", "pt", "pl", "cs", "sv", "tr", "vi", "ru", "uk", "el", "he", "ar", "ja", "zh-Hans"} {
		t.Run(lang, func(t *testing.T) {
			rnd := rand.New(rand.NewPCG(1, 2))
			var once, twice tierCount
			for range 200 {
				var line []string
				for range 12 {
					line = append(line, words[lang][rnd.IntN(len(words[lang]))])
				}
				text := strings.Join(line, " ")
				once.add(t, e, text, "utf-8>windows-1252")
				twice.add(t, e, text, "utf-8>windows-1252>windows-1252")
			}
			once.check(t, 20)
			twice.check(t, 20)
		})
	}
}

// TestFastTierWords: no word that is common sends the line that it stands in to the search.
func TestFastTierWords(t *testing.T) {
	e := New(Options{})
	for _, x := range []struct{ around, words string }{
		{"Le café a été préparé, %s, par la société créée à Nîmes.", "Où où À à Ça ÉTÉ ÉCOLE NOËL POKÉMON CAFÉ Été «oui» l’œuvre …"},
		{"Die Straße führt über die Brücke, %s, und schließt früh.", "Über ÜBER Ä Öl GRÖSSE MÜNCHEN „gut“ für–gegen §§ 20° Füße"},
		{"El niño soñó con la montaña, %s, y despertó después.", "¿Qué? ¡No! AÑO ESPAÑA Á Él ÉL €5 n.º 2.ª “sí”"},
		{"Książka leży na półce, %s, a łódka płynie wciąż dalej.", "Łódź ŁÓDŹ Są są Zł zł Ósmy ŻÓŁW Śląsk „tak”"},
		{"Příliš žluťoučký kůň, %s, úpěl ďábelské ódy večer.", "Á Čech ČEŠI ŘÍJEN Úterý Že že ŽE „ano“"},
		{"Девушка читала книгу, %s, и пила горячий чай.", "Он ДА НЕТ «Сорок» — СССР Ёлка Ещё"},
		{"Το κορίτσι διάβαζε, %s, και έπινε ζεστό τσάι.", "Ο Η ΝΑ ΚΑΙ Άρα «ναι» όχι;"},
	} {
		for _, word := range strings.Fields(x.words) {
			var n tierCount
			text := strings.Replace(x.around, "%s", word, 1)
			for _, path := range []string{"utf-8>windows-1252", "utf-8>windows-1252>windows-1252"} {
				n.add(t, e, text, path)
			}
			for _, left := range n.left {
				t.Errorf("with %s, %q is left to the search", word, left)
			}
		}
	}
}
