package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"github.com/unbake/unbake/corpus"
)

// A text is one kind of input.
type text struct {
	name    string
	damaged bool
	langs   []string
	every   int // one line in so many is damaged
	long    bool
	lossy   bool // and has lost bytes
}

var (
	ascii          = text{name: "ASCII"}
	multilingual   = text{name: "multilingual", langs: []string{"en", "fr", "de", "pl", "vi", "ru", "el", "he", "ar", "hi", "th", "zh-Hans", "ja"}}
	oneLine        = text{name: "one line", langs: []string{"en", "fr", "de"}, long: true}
	oneDamagedLine = text{name: "one damaged line", langs: []string{"en", "fr", "de"}, every: 1, damaged: true, long: true}
	oneInTen       = text{name: "one line in ten", langs: []string{"en", "fr", "de", "es"}, every: 10, damaged: true}
	allLines       = text{name: "every line", langs: []string{"en", "fr", "de", "es"}, every: 1, damaged: true}
	lossyInTen     = text{name: "one line in ten, bytes lost", langs: []string{"en", "fr", "de", "es"}, every: 10, damaged: true, lossy: true}
	lossyLines     = text{name: "every line, bytes lost", langs: []string{"en", "fr", "de", "es"}, every: 1, damaged: true, lossy: true}
)

// block, in bytes, is how long one language goes on.
const block = 64 << 10

// make returns about n bytes, the same in each run: lines of words of the
// samples, in an order of their own.
func (t text) make(n int) []byte {
	rnd := rand.New(rand.NewPCG(7, 9))
	var out []byte
	if t.langs == nil {
		for i := 0; len(out) < n; i++ {
			out = fmt.Appendf(out, "%d: the quick brown fox jumps over it; %d of them do, and some (not all) again\n", i, rnd.IntN(1e6))
		}
		return out
	}
	words := sampleWords()
	path := corpus.MustPath("utf-8>windows-1252")
	if t.lossy {
		path = corpus.MustPath("utf-8>windows-1252+dropped-byte+nbsp-to-space")
	}
	for line := 0; len(out) < n; {
		for _, l := range t.langs {
			for end := len(out) + min(block, n/len(t.langs)+1); len(out) < end; line++ {
				s := sentence(rnd, words[l])
				if t.lossy { // the mark that closes a quotation loses its last byte
					s = "“" + s[:len(s)-1] + "” "
				}
				if t.damaged && line%t.every == 0 {
					if baked, err := corpus.Bake(s, path); err == nil {
						s = baked
					}
				}
				out = append(out, s...)
				out = append(out, t.lineEnd())
			}
		}
	}
	return out
}

// sampleWords returns the words of the samples by language.
func sampleWords() map[string][]string {
	words := map[string][]string{}
	for _, s := range corpus.Samples() {
		if s.Trap == "" {
			words[s.Lang] = append(words[s.Lang], strings.Fields(s.Text)...)
		}
	}
	return words
}

func (t text) lineEnd() byte {
	if t.long {
		return ' '
	}
	return '\n'
}

// sentence puts words together, as many as a line has.
func sentence(rnd *rand.Rand, words []string) string {
	var b strings.Builder
	for n := 60 + rnd.IntN(60); b.Len() < n; {
		b.WriteString(words[rnd.IntN(len(words))])
		b.WriteByte(' ')
	}
	return b.String()
}

// file writes the text to a file and returns its name.
func (b *bench) file(t text) (name string, size int, err error) {
	size = b.size
	if t.damaged {
		size /= 8
	}
	piece := t.make(min(size, 16e6))
	name = filepath.Join(b.dir, fmt.Sprintf("%s-%d", strings.ReplaceAll(t.name, " ", "-"), size))
	f, err := os.Create(name)
	if err != nil {
		return "", 0, err
	}
	defer f.Close()
	n := 0
	for n < size && err == nil {
		_, err = f.Write(piece)
		n += len(piece)
	}
	if err != nil {
		return "", 0, err
	}
	return name, n, f.Close()
}
