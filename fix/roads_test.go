package fix

import (
	"bytes"
	"context"
	"io"
	"testing"
	"testing/iotest"

	"golang.org/x/text/transform"
)

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
