package fix

import (
	"context"
	"io"
	"strings"
	"testing"

	"github.com/unbake/unbake/corpus"
)

// benchTexts are kinds of text, 1 MiB each.
var benchTexts = map[string]string{
	"ascii":          fill("INSERT INTO t VALUES (1, 'The quick brown fox', NULL);\n"),
	"clean accents":  fill("Il était né à Besançon, près de la forêt, où l’hiver dure.\n"),
	"clean cyrillic": fill("Съешь же ещё этих мягких французских булок, да выпей чаю.\n"),
	"one long line":  fill("The quick brown fox jumps over the lazy dog. "),
	"sparse damage":  fill(strings.Repeat("The quick brown fox jumps over the lazy dog.\n", 99) + damaged + "\n"),
	"dense damage":   fill(damaged + "\n"),

	"samples, one line in ten": samples(10, "utf-8>windows-1252"),
	"samples, windows-1252":    samples(1, "utf-8>windows-1252"),
	"samples, windows-1251":    samples(1, "utf-8>windows-1251"),
	"samples, mixed pages":     samples(1, "utf-8>windows-1252", "utf-8>windows-1250", "utf-8>ibm437", "utf-8>macintosh"),
	"samples, twice":           samples(1, "utf-8>windows-1252>windows-1252"),
	"samples, bytes lost":      samples(1, "utf-8>windows-1252+dropped-byte"),
}

// samples are the sample texts of forty languages, a line each and one of every so many damaged, by the
// paths in turn. Those that are there for being hard are left out.
func samples(every int, paths ...string) string {
	var b strings.Builder
	for i, s := range corpus.Samples() {
		text := s.Text
		if s.Trap != "" {
			continue
		}
		if i%every == 0 {
			if baked, err := corpus.Bake(text, corpus.MustPath(paths[i/every%len(paths)])); err == nil {
				text = baked
			}
		}
		b.WriteString(text + "\n")
	}
	return fill(b.String())
}

func fill(text string) string { return strings.Repeat(text, 1<<20/len(text)) }

// BenchmarkCopy has a plain copy beside it: quote the ratio, not the figure.
func BenchmarkCopy(b *testing.B) {
	f := mustNew(b)
	ctx := context.Background()
	src := func(text string) io.Reader { return struct{ io.Reader }{strings.NewReader(text)} }
	for _, name := range sortedKeys(benchTexts) {
		text := benchTexts[name]
		roads := []struct {
			name string
			run  func() error
		}{
			{"plain", func() error {
				_, err := io.CopyBuffer(struct{ io.Writer }{io.Discard}, src(text), make([]byte, readBuffer))
				return err
			}},
			{"copy", func() error {
				_, err := f.Copy(ctx, io.Discard, src(text), nil)
				return err
			}},
			{"reader", func() error {
				_, err := io.Copy(io.Discard, f.Reader(src(text)))
				return err
			}},
			{"writer", func() error {
				w := f.Writer(io.Discard)
				if _, err := io.WriteString(w, text); err != nil {
					return err
				}
				return w.Close()
			}},
		}
		for _, r := range roads {
			b.Run(name+"/"+r.name, func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					if err := r.run(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// repeated is a source of any length that holds one piece of text.
type repeated struct {
	text string
	n    int // bytes left
}

func (r *repeated) Read(p []byte) (int, error) {
	if r.n == 0 {
		return 0, io.EOF
	}
	n := 0
	for n < len(p) && r.n > 0 {
		k := copy(p[n:min(len(p), n+r.n)], r.text)
		n += k
		r.n -= k
	}
	return n, nil
}

// TestCleanCopyAllocates: no more for a long input than for a short one.
func TestCleanCopyAllocates(t *testing.T) {
	f := mustNew(t)
	for name, text := range map[string]string{
		"lines":    strings.Repeat("plain text\n", 100),
		"one line": strings.Repeat("plain text, ", 100),
	} {
		allocs := func(size int) float64 {
			return testing.AllocsPerRun(3, func() {
				if _, err := f.Copy(context.Background(), io.Discard, &repeated{text, size}, nil); err != nil {
					t.Fatal(err)
				}
			})
		}
		if short, long := allocs(1<<20), allocs(16<<20); long > short {
			t.Errorf("%s: %v allocations for 16 MiB, %v for 1 MiB", name, long, short)
		}
	}
}

// TestBoundedMemory: what is held does not grow with the input.
func TestBoundedMemory(t *testing.T) {
	for name, text := range map[string]string{
		"one line":   strings.Repeat("plain text, ", 100),
		"no breaks":  strings.Repeat("x", 1000),
		"one run":    strings.Repeat("€", 1000),
		"utf-8 bits": strings.Repeat("\x80", 1000),
	} {
		for _, enc := range []string{"", "utf-16le", "gb18030"} {
			p := newPump(mustNew(t, InputEncoding(enc)), &repeated{text, 4 << 20})
			if err := p.writeTo(context.Background(), io.Discard); err != nil {
				t.Fatal(err)
			}
			held := cap(p.buf) + cap(p.stream.text) + cap(p.stream.out) + cap(p.stream.enc)
			if held > 2<<20 {
				t.Errorf("%s as %q: %d bytes are held", name, enc, held)
			}
		}
	}
}
