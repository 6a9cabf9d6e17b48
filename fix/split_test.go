package fix

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/unbake/unbake/internal/cells"
)

// damaged is baked text that any settings repair, and mended what it was.
const (
	damaged = "Le cafÃ© a Ã©tÃ© prÃ©parÃ©, la sociÃ©tÃ© crÃ©Ã©e"
	mended  = "Le café a été préparé, la société créée"
)

// inputs are texts of all the shapes that a stream treats differently.
var inputs = map[string]string{
	"empty":          "",
	"ascii":          "one\ntwo\n",
	"one line":       damaged,
	"lines":          "clean\n" + damaged + "\nclean – “quoted” Ångström\n" + damaged + "\n",
	"crlf":           damaged + "\r\n\r\n" + damaged + "\r\nend",
	"cr":             damaged + "\r" + damaged + "\r",
	"bom":            cells.BOM + damaged + "\n",
	"bom alone":      cells.BOM,
	"half a bom":     cells.BOM[:2],
	"bom inside":     "a\n" + cells.BOM + damaged + "\n",
	"not utf-8":      "caf\xe9 \xff\xfe\n" + damaged + "\xe9\n\x80\xc3",
	"cut sequence":   damaged + "\n" + damaged[:len(damaged)-1],
	"binary":         damaged + "\n" + damaged + "\x00\n" + damaged + "\n",
	"utf-16le":       toUTF16(littleEndian, damaged+"\r\n"+damaged),
	"utf-16be":       toUTF16(bigEndian, "a\n"+damaged+"\n𝄞 "+damaged),
	"utf-16 odd":     toUTF16(littleEndian, damaged+"\n") + "x",
	"utf-16 lone":    toUTF16(bigEndian, damaged) + "\xd8\x00\x00\n\xdc\x00\xd8\x00",
	"utf-16 bom":     "\xff\xfe",
	"utf-16 nul":     toUTF16(littleEndian, damaged+"\n\x00"+damaged+"\n"+damaged),
	"half a bom 16":  "\xfe",
	"utf-32le":       "\xff\xfe\x00\x00a\x00\x00\x00\n\x00\x00\x00",
	"legacy":         "d\xe9j\xe0 vu\n\xc7a va?\n" + damaged + "\n",
	"to learn from":  "clean\nÃ©\nclean ï¿½\n" + damaged + "\nÃ©\nDrÃ¥ber\n" + damaged[:60] + "\nclean\nÃ©",
	"c1 and unusual": "\u0085\u2028" + damaged + "\u2029\v\f" + damaged,
}

// longInputs take too long for every split.
var longInputs = map[string]string{
	"long line":      strings.Repeat("word ", 2000) + damaged + strings.Repeat(" "+damaged, 20) + "\n" + damaged,
	"no space":       strings.Repeat("Ã©tÃ©", 1500),
	"no ascii":       strings.Repeat("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", 340) + damaged,
	"late nul":       strings.Repeat("clean\n", 1500) + damaged + "\n" + damaged + "\x00\n" + damaged + "\n",
	"nul at 8191":    damaged + "\n" + strings.Repeat("x", cells.SniffLen-1-len(damaged)-1) + "\x00\n" + damaged,
	"nul at 8192":    damaged + "\n" + strings.Repeat("x", cells.SniffLen-len(damaged)-1) + "\x00\n" + damaged,
	"exactly a cell": strings.Repeat("a", MaxCell) + "\n" + damaged,
	"a cell and one": strings.Repeat("é", MaxCell/2) + "b\n" + damaged,
	"continuations":  strings.Repeat("\x80", 3*MaxCell) + damaged,
	"long utf-16":    toUTF16(littleEndian, strings.Repeat("née, ", 4000)+damaged),
	"much to learn":  strings.Repeat("clean é\n", 3000) + "Ã©\n" + strings.Repeat(damaged+"\nÃ©\nDrÃ¥ber\n", 300) + strings.Repeat("x", 3*MaxCell) + "Ã©",
	"only line ends": strings.Repeat("\r", 3000) + strings.Repeat("\n", 3000),
}

func toUTF16(order byteOrder, text string) string {
	return string(order.appendUnits(order.appendUnit(nil, 0xFEFF), []byte(text)))
}

func mustNew(t testing.TB, opts ...Option) *Fixer {
	t.Helper()
	f, err := New(opts...)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// settings are Fixers whose streams work in different ways.
func settings(t testing.TB) map[string]*Fixer {
	t.Helper()
	all := map[string]*Fixer{
		"default":        mustNew(t),
		"line buffered":  mustNew(t, LineBuffered()),
		"auto":           mustNew(t, InputEncoding("auto")),
		"utf-16":         mustNew(t, InputEncoding("utf-16")),
		"utf-16be":       mustNew(t, InputEncoding("UTF-16BE")),
		"learning":       mustNew(t, LearnFirst(MaxSample)),
		"learning a bit": mustNew(t, LearnFirst(50)),
		"learning, auto": mustNew(t, LearnFirst(200), InputEncoding("auto")),
		"learning, sjis": mustNew(t, LearnFirst(200), InputEncoding("shift_jis")),
	}
	for _, name := range []string{"windows-1252", "shift_jis", "gb18030"} {
		f, err := New(InputEncoding(name))
		if err != nil {
			t.Errorf("New(InputEncoding(%q)): %v", name, err)
			continue
		}
		all[name] = f
		lb := mustNew(t, InputEncoding(name), LineBuffered())
		all[name+", line buffered"] = lb
	}
	return all
}

func TestSplits(t *testing.T) {
	for setting, f := range settings(t) {
		for name, in := range inputs {
			t.Run(setting+"/"+name, func(t *testing.T) {
				want := string(f.whole([]byte(in)))
				check(t, f, want, "whole", []byte(in))
				check(t, f, want, "byte by byte", byteByByte(in)...)
			})
		}
	}
}

// TestWhole: a stream gives what Bytes and String give for the text as a whole.
func TestWhole(t *testing.T) {
	f := mustNew(t)
	for _, texts := range []map[string]string{inputs, longInputs} {
		for name, in := range texts {
			if strings.HasPrefix(name, "utf-") || strings.HasPrefix(name, "long utf-") {
				continue // only streams decode
			}
			want := string(f.whole([]byte(in)))
			if got := f.String(in); got != want {
				t.Errorf("%s: String gives %s, want %s", name, abbreviate(got, want), abbreviate(want, got))
			}
			if got := string(f.Bytes([]byte(in))); got != want {
				t.Errorf("%s: Bytes gives %s, want %s", name, abbreviate(got, want), abbreviate(want, got))
			}
		}
	}
}

func TestSplitAtEveryOffset(t *testing.T) {
	all := settings(t)
	for _, setting := range []string{"default", "line buffered", "shift_jis", "learning", "learning a bit"} {
		f := all[setting]
		for name, in := range inputs {
			t.Run(setting+"/"+name, func(t *testing.T) {
				b := []byte(in)
				want := string(f.whole(b))
				for i := range len(b) {
					checkRoads(t, direct, f, want, "cut in two", b[:i], nil, nil, b[i:], nil)
				}
			})
		}
	}
}

func TestSplitsOfLongLines(t *testing.T) {
	all := settings(t)
	for _, setting := range []string{"default", "auto", "windows-1252", "gb18030", "learning", "learning a bit"} {
		f := all[setting]
		for name, in := range longInputs {
			t.Run(setting+"/"+name, func(t *testing.T) {
				b := []byte(in)
				want := string(f.whole(b))
				checkRoads(t, direct, f, want, "whole", b)
				checkRoads(t, direct, f, want, "byte by byte", byteByByte(in)...)
				checkRoads(t, direct, f, want, "pieces", pieces(b, 997)...)
				checkRoads(t, direct, f, want, "pieces of a cell and a byte", pieces(b, MaxCell+1)...)
			})
		}
	}
}

func pieces(b []byte, size int) [][]byte {
	return slices.Collect(slices.Chunk(b, size))
}

func FuzzSplits(f *testing.F) {
	for _, in := range inputs {
		f.Add([]byte(in), uint16(3), uint16(11), uint8(0))
	}
	for _, in := range longInputs {
		f.Add([]byte(in), uint16(MaxCell), uint16(5), uint8(1))
	}
	all := []*Fixer{}
	names := settings(f)
	for _, name := range sortedKeys(names) {
		all = append(all, names[name])
	}
	f.Fuzz(func(t *testing.T, in []byte, first, second uint16, which uint8) {
		fixer := all[int(which)%len(all)]
		want := string(fixer.whole(bytes.Clone(in)))
		i := min(int(first), len(in))
		j := min(i+int(second), len(in))
		checkRoads(t, direct, fixer, want, "cut in three", in[:i], in[i:j], nil, in[j:])
	})
}

// FuzzIdentity: what has no damage comes back byte for byte, whatever it is.
func FuzzIdentity(f *testing.F) {
	for _, in := range inputs {
		f.Add([]byte(in))
	}
	fixer := mustNew(f)
	f.Fuzz(func(t *testing.T, in []byte) {
		if fixed := fixer.whole(bytes.Clone(in)); !bytes.Equal(fixed, in) {
			in = fixed // damaged; twice is enough to undo it all
			if in = fixer.whole(bytes.Clone(in)); !bytes.Equal(fixer.whole(in), in) {
				t.Skip("the engine's business")
			}
		}
		sink := &findings{}
		var out bytes.Buffer
		st, err := fixer.Copy(context.Background(), &out, bytes.NewReader(in), sink)
		if err != nil || !bytes.Equal(out.Bytes(), in) || st.Repairs != 0 {
			t.Errorf("Copy(%q) = %q, %+v, %v", in, out.Bytes(), st, err)
		}
		if st.BytesIn != int64(len(in)) || st.BytesOut != int64(len(in)) {
			t.Errorf("Copy(%q): %d bytes in, %d out, want %d", in, st.BytesIn, st.BytesOut, len(in))
		}
	})
}
