package fix_test

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/fix"
)

func mustNew(t testing.TB, opts ...fix.Option) *fix.Fixer {
	t.Helper()
	f, err := fix.New(opts...)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// danish is a document in which windows-1252 is at work beyond doubt.
const danish = "Ã˜l og vand\nDrÃ¥ber pÃ¥ Ã¸ya\nSmÃ¸rrebrÃ¸d og rÃ¸dgrÃ¸d med flÃ¸de\nPÃ¥skeÃ¦g\nKÃ¦re vÃ¦n\nFÃ¦rÃ¸erne"

// alone is a line that is left alone unless the document tells more.
const alone = "Bremer/Mccoy – DrÃ¥ber\n"

var learnTests = []struct {
	name, sample, in, want string
}{
	{"a pair alone", danish, "Ã©", "é"},
	{"a pair beside marks", danish, "Bremer/Mccoy – DrÃ¥ber – «»", "Bremer/Mccoy – Dråber – «»"},
	{"capital before a mark stays", "cafÃ©\nMaÃ§Ã£\nnÃ£o Ã© fÃ¡cil\nÃ s vezes, coraÃ§Ã£o\nVocÃª jÃ¡ veio?", "cafÃ© e «MAÇÃ».", "café e «MAÇÃ»."},
	{"not learnt from what is clean", "Øl og vand\nDråber på øya\nSmørrebrød", "Bremer/Mccoy – DrÃ¥ber", "Bremer/Mccoy – DrÃ¥ber"},
	{"the page at work", "crÃšme brÃ»lÃ©e\nla premiÃšre piÃšce\nune lumiÃšre claire\ndes Ã©lÃšves sÃ©rieux", "l'Ãšre", "l'ère"},
}

func TestLearn(t *testing.T) {
	f := mustNew(t)
	for _, tt := range learnTests {
		t.Run(tt.name, func(t *testing.T) {
			learnt := f.Learn(tt.sample)
			if got := learnt.String(tt.in); got != tt.want {
				t.Errorf("String(%q) = %q, want %q", tt.in, got, tt.want)
			}
			if got := f.Learn(strings.Split(tt.sample, "\n")...).String(tt.in); got != tt.want {
				t.Errorf("learnt line by line, String(%q) = %q, want %q", tt.in, got, tt.want)
			}
			if got := learnt.Learn().String(tt.in); got != f.String(tt.in) {
				t.Errorf("what was learnt is not forgotten: String(%q) = %q", tt.in, got)
			}
		})
	}
}

// In a document that was read as a near page no line looks damaged, but its letters are of no one language.
func TestLearnFirstLetters(t *testing.T) {
	const want = "Iepriekšējā lapa\nĪpašības un iestatījumi\nPārbaudīt pareizrakstību\nSaglabāt izmaiņas\nLietotāja vārds nav pieejams\n" +
		"Jūsu kļūda\nMeklēt šajā sarakstā\nNoņemt visas grāmatzīmes\nIzvēlieties valodu\n"
	in, err := corpus.Bake(want, corpus.MustPath("windows-1257>windows-1252"))
	if err != nil {
		t.Fatal(err)
	}
	f := mustNew(t, fix.LearnFirst(fix.MaxSample))
	for _, r := range []io.Reader{strings.NewReader(in), iotest.OneByteReader(strings.NewReader(in))} {
		got, err := io.ReadAll(f.Reader(r))
		if err != nil || string(got) != want {
			t.Errorf("read %q, %v, want %q", got, err, want)
		}
	}
	for _, clean := range []string{want, "Eserlerinizden birindeki çözümü\nþetta er Íslenska\n"} {
		if got, err := io.ReadAll(f.Reader(strings.NewReader(clean))); err != nil || string(got) != clean {
			t.Errorf("read %q, %v, want %q", got, err, clean)
		}
	}
}

// A cell is no witness for itself: a document of one line is repaired as the line is.
func TestLearnOneLine(t *testing.T) {
	f := mustNew(t)
	for _, s := range corpus.Samples() {
		baked, err := corpus.Bake(s.Text, corpus.MustPath("utf-8>windows-1252"))
		if err != nil || strings.ContainsAny(s.Text, "\r\n") {
			continue
		}
		if got, want := f.Learn(baked).String(baked), f.String(baked); got != want {
			t.Errorf("one line %q: %q with its profile, %q without", baked, got, want)
		}
	}
}

// documents are made of the samples, damaged in part by several paths.
func documents() (out []string) {
	rng := rand.New(rand.NewPCG(5, 8))
	samples := corpus.Samples()
	for _, path := range []string{"utf-8>windows-1252", "utf-8>windows-1251", "utf-8>iso-8859-15", "utf-8>ibm437",
		"utf-8>windows-1252>windows-1252", "utf-8>windows-1252+dropped-byte"} {
		for k := range 4 {
			var lines []string
			for range 30 {
				s := samples[rng.IntN(len(samples))].Text
				baked, err := corpus.Bake(s, corpus.MustPath(path))
				if rng.IntN(4) >= k && err == nil {
					s = baked
				}
				lines = append(lines, s)
			}
			out = append(out, strings.Join(lines, "\n"))
		}
	}
	return out
}

// Repairing what was repaired changes nothing, also where the second pass learns
// anew from what the first one left.
func TestLearnIdempotent(t *testing.T) {
	f := mustNew(t)
	for i, in := range documents() {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			learnt := f.Learn(in)
			once := learnt.String(in)
			if twice := learnt.String(once); twice != once {
				t.Errorf("by the same profile: %s", firstChange(once, twice))
			}
			if twice := f.Learn(once).String(once); twice != once {
				t.Errorf("by a profile of its own: %s", firstChange(once, twice))
			}
		})
	}
}

func firstChange(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range x {
		if x[i] != y[i] {
			return fmt.Sprintf("%q became %q", x[i], y[i])
		}
	}
	return "nothing changed"
}

func TestLearnFirst(t *testing.T) {
	doc := alone + "clean\n" + danish + "\n" + strings.Repeat("clean\n", 1000) + alone
	f := mustNew(t)
	for name, tt := range map[string]struct {
		opts []fix.Option
		want string
	}{
		"all":           {[]fix.Option{fix.LearnFirst(fix.MaxSample)}, f.Learn(doc).String(doc)},
		"nothing yet":   {[]fix.Option{fix.LearnFirst(10)}, f.String(doc)},
		"off":           {nil, f.String(doc)},
		"line buffered": {[]fix.Option{fix.LearnFirst(fix.MaxSample), fix.LineBuffered()}, f.String(doc)},
	} {
		got, err := io.ReadAll(mustNew(t, tt.opts...).Reader(iotest.OneByteReader(strings.NewReader(doc))))
		if err != nil || string(got) != tt.want {
			t.Errorf("%s: %s, error %v", name, firstChange(tt.want, string(got)), err)
		}
	}
	if f.Learn(doc).String(doc) == f.String(doc) {
		t.Error("the document teaches nothing: the test is void")
	}
	if _, err := fix.New(fix.LearnFirst(fix.MaxSample + 1)); err == nil {
		t.Error("New takes a sample that is too large")
	}
}

// An error of the source ends the sample: what came before is repaired by it.
func TestLearnFirstReadError(t *testing.T) {
	doc := alone + danish + "\n"
	f := mustNew(t, fix.LearnFirst(fix.MaxSample))
	broken := errors.New("broken")
	src := io.MultiReader(strings.NewReader(strings.Repeat("clean\n", 2000)+doc+"rest"), iotest.ErrReader(broken))
	got, err := io.ReadAll(f.Reader(src))
	want := strings.Repeat("clean\n", 2000) + f.Learn(doc).String(doc)
	if err != broken || string(got) != want {
		t.Errorf("error %v, %s", err, firstChange(want, string(got)))
	}
}

// Text that need not be looked at does not wait for the sample, once it has gone on for a while.
func TestLearnFirstPasses(t *testing.T) {
	var out strings.Builder
	w := mustNew(t, fix.LearnFirst(fix.MaxSample)).Writer(&out)
	clean := strings.Repeat("clean, Größe\n", 6000)
	io.WriteString(w, clean)
	if out.String() != clean {
		t.Errorf("%d of %d clean bytes were handed on", out.Len(), len(clean))
	}
	io.WriteString(w, "Ã©\n"+danish+"\n")
	if out.Len() != len(clean) {
		t.Errorf("%d bytes were handed on though there was something to learn", out.Len())
	}
	if err := w.Close(); err != nil || !strings.HasSuffix(out.String(), "Færøerne\n") {
		t.Errorf("after Close: %v, %q", err, out.String()[len(clean):])
	}
}

// Lines that need no look by themselves are repaired as those behind them are, which show what happened to all, however the input comes.
func TestLearnFirstFromTheStart(t *testing.T) {
	const quiet = "Mergi la pagina urmãtoare\nRepublica islamicã Mauritania\n"
	const loud = "fãrã orã de varã ºi þarã\nSelecteazã valoarea ºi activeazã toate comenzile pentru aceastã paginã\nsetãrile acestui utilizator ºi reþeaua privatã\n"
	const want = "Mergi la pagina următoare\nRepublica islamică Mauritania\n"
	f := mustNew(t, fix.LearnFirst(fix.MaxSample))
	for name, between := range map[string]string{"at once": "", "within what is held": strings.Repeat("plain\n", 5000), "one line": strings.Repeat("x", 1000) + "\n"} {
		in := quiet + between + loud
		for _, size := range []int{1, 7, 1000, len(in)} {
			got, err := io.ReadAll(f.Reader(&chunks{in, size}))
			if err != nil || !strings.HasPrefix(string(got), want+between) {
				t.Errorf("%s, %d bytes at once: %v, %q", name, size, err, got[:min(len(got), 80)])
			}
		}
	}
	in := quiet + strings.Repeat("plain\n", 20000) + loud
	if got, err := io.ReadAll(f.Reader(strings.NewReader(in))); err != nil || !strings.HasPrefix(string(got), quiet) {
		t.Errorf("far from what shows it: %v, %q", err, got[:80])
	}
}

// A chunks is a source that gives so many bytes at once.
type chunks struct {
	text string
	size int
}

func (c *chunks) Read(p []byte) (int, error) {
	if c.text == "" {
		return 0, io.EOF
	}
	n := copy(p, c.text[:min(c.size, len(c.text))])
	c.text = c.text[n:]
	return n, nil
}

// A sample of one long line says as much as one of many, and what comes behind it is looked at, too.
func TestLearnLongLine(t *testing.T) {
	var unit strings.Builder
	for _, s := range corpus.Samples() {
		if s.Trap == "" && slices.Contains([]string{"da", "sv", "de", "fr"}, s.Lang) {
			unit.WriteString(strings.ReplaceAll(s.Text, "\n", " ") + " ")
		}
	}
	baked, err := corpus.Bake(unit.String(), corpus.MustPath("utf-8>macintosh"))
	if err != nil || len(baked) < 200 {
		t.Fatalf("%d bytes, %v", len(baked), err)
	}
	const in, want = "√òl og vand", "Øl og vand"
	long := strings.Repeat(baked, fix.MaxSample/len(baked)+2)
	clean := strings.Repeat("nothing to see here ", fix.MaxSample/20+2)
	for name, sample := range map[string][]string{
		"short": {baked}, "one long line": {long}, "behind a short line": {"x\n" + long}, "a clean one behind": {baked, clean},
	} {
		if got := mustNew(t).Learn(sample...).String(in); got != want {
			t.Errorf("%s: String(%q) = %q, want %q", name, in, got, want)
		}
	}
	f := mustNew(t, fix.LearnFirst(64<<10))
	for _, head := range []string{"", "x\n"} {
		out, err := io.ReadAll(f.Reader(strings.NewReader(head + long[:200<<10] + "\n" + in)))
		if err != nil || !strings.HasSuffix(string(out), "\n"+want) {
			t.Errorf("LearnFirst: %v, %.40q at the end", err, out[len(out)-40:])
		}
	}
}
