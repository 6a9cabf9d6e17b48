package fix_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/fix"
	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/escape"
)

func sortedNames[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// unread reads text backwards along a path: what each layer read is written
// again in the layer's encoding, and read as what it was before. Our codecs
// write both runes that damage may have for a byte, as ’ and U+0092 in
// windows-1252, so that this undoes what browsers show and what strict
// programs do alike. It fails, with an empty text, where a layer cannot have
// read the text.
func unread(text string, path corpus.Path) string {
	for i := len(path.Layers) - 1; i >= 0; i-- {
		c, ok := codec.Lookup(path.Layers[i].Encoding)
		if !ok {
			return ""
		}
		b, taken := c.AppendEncode(nil, text)
		if taken != len(text) {
			return ""
		}
		text = string(b)
	}
	switch c, ok := codec.Lookup(path.Origin); {
	case ok:
		b, _ := c.AppendDecode(nil, []byte(text))
		return string(b)
	case path.Origin == "cesu-8":
		return joinSurrogates(text)
	}
	return text
}

// joinSurrogates makes UTF-8 of CESU-8.
func joinSurrogates(text string) string {
	var units []uint16
	for len(text) > 0 {
		if r, n := utf8.DecodeRuneInString(text); r != utf8.RuneError || n > 1 {
			units = utf16.AppendRune(units, r)
			text = text[n:]
			continue
		}
		if len(text) < 3 {
			return ""
		}
		units = append(units, uint16(text[0])<<12|uint16(text[1]&0x3F)<<6|uint16(text[2]&0x3F))
		text = text[3:]
	}
	return string(utf16.Decode(units))
}

// replays tells whether after is before with pieces of it read backwards along
// path, and nothing else: a span is a word, and may hold what was never damaged.
func replays(before, after string, path corpus.Path) bool {
	// The longest piece that one character becomes: each byte of its UTF-8, or
	// of a pair of surrogates, is a rune, in each layer again.
	longest := 6
	for range path.Layers[1:] {
		longest *= 3
	}
	type state struct{ before, after int }
	failed := map[state]bool{}
	var match func(i, j int) bool
	match = func(i, j int) bool {
		if i == len(before) || failed[state{i, j}] {
			return i == len(before) && j == len(after)
		}
		_, n := utf8.DecodeRuneInString(before[i:])
		if strings.HasPrefix(after[j:], before[i:i+n]) && match(i+n, j+n) {
			return true
		}
		end := i
		for k := 0; k < longest && end < len(before) && j < len(after); k++ {
			_, n := utf8.DecodeRuneInString(before[end:])
			end += n
			_, size := utf8.DecodeRuneInString(after[j:])
			if text(unread(before[i:end], path)) == after[j:j+size] && match(end, j+size) {
				return true
			}
		}
		failed[state{i, j}] = true
		return false
	}
	return match(0, 0)
}

// text joins the surrogates of CESU-8, which the engine calls UTF-8 so far.
func text(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return joinSurrogates(s)
}

// unreplayable are spans that are repaired by layers which they did not go
// through: the engine reads a deeper layer of runes that no layer above it
// decoded. The day a repair of one follows from its path, the test says so.
var unreplayable = map[string]bool{
	"Â¬Ă": true, // of "¬ô" by windows-1250: "®" by x-mac-romanian and windows-1252
	"É™":  true, // of "CAFÉ™", clean, beside damaged words: "ə" by windows-1252 and their page
	"þ®ï": true, // of a clean word of pseudo-text, beside words by windows-1257
}

// checkReplay: a repair without losses is the damage of its path, read
// backwards, and nothing else. Paths of several layers are checked where the
// text is known to have gone through all of them: text that another tool
// repaired in part has runes of different layers side by side, and the engine
// does not declare that as a loss yet.
func checkReplay(t *testing.T, name, s string, layers int) {
	t.Helper()
	for _, r := range fix.Explain(s).Repairs {
		path, err := corpus.ParsePath(r.Path)
		if err != nil {
			t.Errorf("%s: repair of %q to %q has a path that nothing bakes: %v", name, r.Before, r.After, err)
			continue
		}
		if len(r.Losses) > 0 || len(path.Layers) > layers {
			continue
		}
		if !replays(escape.Text(r.Before), escape.Text(r.After), path) && !(len(path.Layers) > 1 && unreplayable[r.Before]) {
			t.Errorf("%s: repair of %q to %q does not follow from its path %s", name, r.Before, r.After, r.Path)
		}
	}
}

// TestReplay is the last part of invariant 2. With -v it takes all samples,
// else every other one for each path.
func TestReplay(t *testing.T) {
	for k, rec := range recoveries {
		for i, s := range corpus.Samples() {
			if (i+k)%2 != 0 && !testing.Verbose() {
				continue
			}
			for _, d := range []corpus.Damage{
				{Path: corpus.MustPath(rec.path)},
				{Path: corpus.MustPath(rec.path), Part: corpus.Words, Share: 0.4, Seed: uint64(i)},
			} {
				baked, err := d.Bake(s.Text)
				if err != nil {
					t.Fatal(err)
				}
				checkReplay(t, fmt.Sprintf("%s of %.20q", d, s.Text), baked.Text, 6)
			}
		}
	}
}

func FuzzReplay(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		checkReplay(t, "fuzzed", s, 1)
	})
}
