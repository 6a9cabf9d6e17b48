package fix

import (
	"bytes"
	"context"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/transform"
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
	"bom":            utf8BOM + damaged + "\n",
	"bom alone":      utf8BOM,
	"half a bom":     utf8BOM[:2],
	"bom inside":     "a\n" + utf8BOM + damaged + "\n",
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
	"c1 and unusual": "\u0085\u2028" + damaged + "\u2029\v\f" + damaged,
}

// longInputs take too long for every split.
var longInputs = map[string]string{
	"long line":      strings.Repeat("word ", 2000) + damaged + strings.Repeat(" "+damaged, 20) + "\n" + damaged,
	"no space":       strings.Repeat("Ã©tÃ©", 1500),
	"no ascii":       strings.Repeat("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", 400) + damaged,
	"late nul":       strings.Repeat("clean\n", 1500) + damaged + "\n" + damaged + "\x00\n" + damaged + "\n",
	"nul at 8191":    damaged + "\n" + strings.Repeat("x", sniffLen-1-len(damaged)-1) + "\x00\n" + damaged,
	"nul at 8192":    damaged + "\n" + strings.Repeat("x", sniffLen-len(damaged)-1) + "\x00\n" + damaged,
	"exactly a cell": strings.Repeat("a", MaxCell) + "\n" + damaged,
	"a cell and one": strings.Repeat("é", MaxCell/2) + "b\n" + damaged,
	"continuations":  strings.Repeat("\x80", 3*MaxCell) + damaged,
	"long utf-16":    toUTF16(littleEndian, strings.Repeat("née, ", 4000)+damaged),
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
		"default":       mustNew(t),
		"line buffered": mustNew(t, LineBuffered()),
		"auto":          mustNew(t, InputEncoding("auto")),
		"utf-16":        mustNew(t, InputEncoding("utf-16")),
		"utf-16be":      mustNew(t, InputEncoding("UTF-16BE")),
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

// chunks is a reader that returns one chunk at each Read, empty ones too.
type chunks [][]byte

func (c *chunks) Read(p []byte) (int, error) {
	if len(*c) == 0 {
		return 0, io.EOF
	}
	n := copy(p, (*c)[0])
	if (*c)[0] = (*c)[0][n:]; len((*c)[0]) == 0 {
		*c = (*c)[1:]
	}
	return n, nil
}

func clone(c [][]byte) *chunks {
	d := append(chunks(nil), c...)
	return &d
}

// roads are all ways for bytes to go through a Fixer in pieces.
var roads = map[string]func(f *Fixer, c [][]byte) ([]byte, error){
	"Copy": func(f *Fixer, c [][]byte) ([]byte, error) {
		var out bytes.Buffer
		_, err := f.Copy(context.Background(), &out, clone(c), nil)
		return out.Bytes(), err
	},
	"Copy with sink": func(f *Fixer, c [][]byte) ([]byte, error) {
		var out bytes.Buffer
		_, err := f.Copy(context.Background(), &out, clone(c), &findings{})
		return out.Bytes(), err
	},
	"Reader": func(f *Fixer, c [][]byte) ([]byte, error) { return io.ReadAll(f.Reader(clone(c))) },
	"Reader of one byte": func(f *Fixer, c [][]byte) ([]byte, error) {
		return io.ReadAll(iotest.OneByteReader(f.Reader(clone(c))))
	},
	"WriteTo": func(f *Fixer, c [][]byte) ([]byte, error) {
		var out bytes.Buffer
		_, err := f.Reader(clone(c)).(io.WriterTo).WriteTo(&out)
		return out.Bytes(), err
	},
	"Writer": func(f *Fixer, c [][]byte) ([]byte, error) {
		var out bytes.Buffer
		w := f.Writer(&out)
		for _, p := range c {
			if n, err := w.Write(p); n != len(p) || err != nil {
				return nil, err
			}
		}
		err := w.Close()
		return out.Bytes(), err
	},
	"Transformer": func(f *Fixer, c [][]byte) ([]byte, error) { return transformChunks(f.Transformer(), c, 100) },
	"Transformer, dst of 1": func(f *Fixer, c [][]byte) ([]byte, error) {
		return transformChunks(f.Transformer(), c, 1)
	},
	"transform.NewReader": func(f *Fixer, c [][]byte) ([]byte, error) {
		return io.ReadAll(transform.NewReader(clone(c), f.Transformer()))
	},
	"transform.NewWriter": func(f *Fixer, c [][]byte) ([]byte, error) {
		var out bytes.Buffer
		w := transform.NewWriter(&out, f.Transformer())
		for _, p := range c {
			if _, err := w.Write(p); err != nil {
				return nil, err
			}
		}
		err := w.Close()
		return out.Bytes(), err
	},
}

// transformChunks calls t by hand with a dst of size.
func transformChunks(t transform.Transformer, c [][]byte, size int) ([]byte, error) {
	var out []byte
	dst := make([]byte, size)
	for i := 0; i <= len(c); i++ {
		var src []byte
		if i < len(c) {
			src = c[i]
		}
		for {
			nDst, nSrc, err := t.Transform(dst, src, i == len(c))
			out = append(out, dst[:nDst]...)
			src = src[nSrc:]
			if err == nil && len(src) == 0 {
				break
			}
			if err != nil && err != transform.ErrShortDst {
				return out, err
			}
		}
	}
	return out, nil
}

// direct are the roads without another library's buffers between.
var direct = []string{"Copy", "Reader", "Writer", "Transformer, dst of 1"}

// check compares what all roads make of input, cut into chunks, with whole.
func check(t *testing.T, f *Fixer, want string, what string, c ...[]byte) {
	t.Helper()
	checkRoads(t, sortedKeys(roads), f, want, what, c...)
}

func checkRoads(t *testing.T, names []string, f *Fixer, want string, what string, c ...[]byte) {
	t.Helper()
	for _, road := range names {
		run := roads[road]
		got, err := run(f, c)
		if err != nil {
			t.Errorf("%s, %s: %v", road, what, err)
		} else if string(got) != want {
			t.Errorf("%s, %s: got %s, want %s", road, what, abbreviate(string(got), want), abbreviate(want, string(got)))
		}
	}
}

// abbreviate quotes s from a little before its first difference from other.
func abbreviate(s, other string) string {
	i := 0
	for i < len(s) && i < len(other) && s[i] == other[i] {
		i++
	}
	from := max(0, i-20)
	return "…" + quote(s[from:min(len(s), i+40)])
}

func byteByByte(in string) [][]byte {
	var c [][]byte
	for i := range len(in) {
		c = append(c, []byte{in[i]})
	}
	return c
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
	for _, setting := range []string{"default", "line buffered", "shift_jis"} {
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
	for _, setting := range []string{"default", "auto", "windows-1252", "gb18030"} {
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
		check(t, fixer, want, "cut in three", in[:i], in[i:j], nil, in[j:])
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
