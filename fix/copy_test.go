package fix

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/unbake/unbake/internal/cells"
)

var errBroken = errors.New("broken")

func TestReaderContract(t *testing.T) {
	f := mustNew(t)
	for name, in := range inputs {
		want := f.whole([]byte(in))
		if err := iotest.TestReader(f.Reader(strings.NewReader(in)), want); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		odd := iotest.DataErrReader(iotest.HalfReader(strings.NewReader(in)))
		if err := iotest.TestReader(f.Reader(odd), want); err != nil {
			t.Errorf("%s, data with EOF: %v", name, err)
		}
	}
}

// TestReadError: an error of the source comes after what could be decided
// before it, and stays.
func TestReadError(t *testing.T) {
	in := strings.Repeat("clean\n", 3) + damaged + "\n"
	for name, tt := range map[string]struct {
		opts     []Option
		in, want string
	}{
		"line":          {[]Option{LineBuffered()}, in + "rest", "clean\nclean\nclean\n" + mended + "\n"},
		"after 8 KiB":   {nil, in + strings.Repeat("x\n", cells.SniffLen) + "rest", "clean\nclean\nclean\n" + mended + "\n" + strings.Repeat("x\n", cells.SniffLen)},
		"before 8 KiB":  {nil, in + "rest", "clean\nclean\nclean\n" + mended + "\n"},
		"lines":         {nil, "Ã©tÃ©\nsecond Ã©tÃ©\nÃ©t", "été\nsecond été\n"},
		"one line":      {nil, damaged, ""},
		"learning":      {[]Option{LearnFirst(MaxSample)}, in + "rest", "clean\nclean\nclean\n" + mended + "\n"},
		"long line":     {nil, strings.Repeat("x", 2*MaxCell) + damaged, strings.Repeat("x", 2*MaxCell)},
		"named, before": {[]Option{InputEncoding("windows-1252")}, "a\n\xe9\nb", "a\né\n"},
		"named, learns": {[]Option{InputEncoding("windows-1252"), LearnFirst(MaxSample)}, "a\n\xe9\nb", "a\né\n"},
		"utf-16":        {nil, "\xff\xfea\x00\n\x00\xe9\x00", "\xff\xfea\x00\n\x00"},
	} {
		t.Run(name, func(t *testing.T) {
			f := mustNew(t, tt.opts...)
			// A source that fails at once, and one that fails with its data.
			for _, src := range []func() io.Reader{
				func() io.Reader {
					return io.MultiReader(iotest.OneByteReader(strings.NewReader(tt.in)), iotest.ErrReader(errBroken))
				},
				func() io.Reader {
					return iotest.DataErrReader(io.MultiReader(strings.NewReader(tt.in), iotest.ErrReader(errBroken)))
				},
			} {
				r := f.Reader(src())
				got, err := io.ReadAll(r)
				if err != errBroken {
					t.Errorf("ReadAll: error %v, want %v", err, errBroken)
				}
				if !strings.HasPrefix(tt.want, string(got)) || !strings.HasPrefix(string(got), tt.want[:min(len(tt.want), len(got))]) || len(got) != len(tt.want) {
					t.Errorf("ReadAll = %s, want %s", abbreviate(string(got), tt.want), abbreviate(tt.want, string(got)))
				}
				if n, err := r.Read(make([]byte, 10)); n != 0 || err != errBroken {
					t.Errorf("Read after the error = %d, %v", n, err)
				}
			}
			var out bytes.Buffer
			st, err := f.Copy(context.Background(), &out, io.MultiReader(strings.NewReader(tt.in), iotest.ErrReader(errBroken)), nil)
			if err != errBroken || out.String() != tt.want || st.BytesOut != int64(out.Len()) {
				t.Errorf("Copy = %+v, %v; wrote %d bytes, want %d", st, err, out.Len(), len(tt.want))
			}
		})
	}
}

func TestNoProgress(t *testing.T) {
	var nothing readerFunc = func([]byte) (int, error) { return 0, nil }
	if _, err := io.ReadAll(mustNew(t).Reader(nothing)); err != io.ErrNoProgress {
		t.Errorf("error %v, want %v", err, io.ErrNoProgress)
	}
}

type readerFunc func(p []byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

// TestLineByLine: each complete line is there before the next one is read, and
// with LineBuffered damaged ones, too.
func TestLineByLine(t *testing.T) {
	for _, tt := range []struct {
		name      string
		opts      []Option
		line, out string
	}{
		{"clean", nil, "clean – line\n", "clean – line\n"},
		{"damaged", []Option{LineBuffered()}, damaged + "\n", mended + "\n"},
		{"utf-8 by name", []Option{InputEncoding("utf-8"), LineBuffered()}, damaged + "\n", mended + "\n"},
		{"legacy", []Option{InputEncoding("koi8-r"), LineBuffered()}, "\xd0\xd2\xc9\xd7\xc5\xd4\n", "привет\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := mustNew(t, tt.opts...)
			pr, pw := io.Pipe()
			defer pw.Close()
			r := f.Reader(pr)
			buf := make([]byte, 200)
			for i := range 3 {
				go func() { _, _ = io.WriteString(pw, tt.line+"incomplete"+strings.Repeat("\n", 1)) }()
				want := tt.out + "incomplete\n"
				got := make(chan string, 1)
				go func() {
					n, _ := io.ReadFull(r, buf[:len(want)])
					got <- string(buf[:n])
				}()
				select {
				case g := <-got:
					if g != want {
						t.Errorf("line %d: %q, want %q", i, g, want)
					}
				case <-time.After(5 * time.Second):
					t.Fatal("the reader waits for more")
				}
			}
			var out bytes.Buffer
			w := f.Writer(&out)
			_, _ = io.WriteString(w, tt.line+"x")
			if out.String() != tt.out {
				t.Errorf("after Write %q had come out, want %q", out.String(), tt.out)
			}
		})
	}
}

func TestCopyContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	reads := 0
	var endless readerFunc = func(p []byte) (int, error) {
		if reads++; reads == 3 {
			cancel()
		}
		return copy(p, "line\n"), nil
	}
	var out bytes.Buffer
	st, err := mustNew(t).Copy(ctx, &out, endless, nil)
	if err != context.Canceled || st.BytesOut != 15 || st.Lines != 3 {
		t.Errorf("Copy = %+v, %v; want 15 bytes of 3 lines and %v", st, err, context.Canceled)
	}
}

// limited fails after n bytes, or is short without saying so.
type limited struct {
	n   int
	err error
}

func (l *limited) Write(p []byte) (int, error) {
	if len(p) > l.n {
		n := l.n
		l.n = 0
		return n, l.err
	}
	l.n -= len(p)
	return len(p), nil
}

func TestWriteErrors(t *testing.T) {
	in := strings.Repeat(damaged+"\n", 1000)
	for _, tt := range []struct{ err, want error }{{errBroken, errBroken}, {nil, io.ErrShortWrite}} {
		f := mustNew(t)
		if st, err := f.Copy(context.Background(), &limited{100, tt.err}, strings.NewReader(in), nil); err != tt.want || st.BytesOut != 100 {
			t.Errorf("Copy = %+v, %v; want 100 bytes and %v", st, err, tt.want)
		}
		if n, err := io.Copy(&limited{100, tt.err}, f.Reader(strings.NewReader(in))); err != tt.want || n != 100 {
			t.Errorf("io.Copy of a Reader = %d, %v; want 100, %v", n, err, tt.want)
		}
		w := f.Writer(&limited{100, tt.err})
		if _, err := io.WriteString(w, in); err != tt.want {
			t.Errorf("Write: error %v, want %v", err, tt.want)
		}
		if n, err := io.WriteString(w, in); n != 0 || err != tt.want {
			t.Errorf("Write after an error = %d, %v", n, err)
		}
		for range 2 {
			if err := w.Close(); err != tt.want {
				t.Errorf("Close after an error = %v", err)
			}
		}
	}
}

// closes tells whether it was closed.
type closes struct {
	bytes.Buffer
	closed bool
}

func (c *closes) Close() error { c.closed = true; return nil }

func TestWriterClose(t *testing.T) {
	dst := &closes{}
	w := mustNew(t).Writer(dst)
	_, _ = io.WriteString(w, damaged)
	for range 2 {
		if err := w.Close(); err != nil {
			t.Errorf("Close = %v", err)
		}
	}
	if dst.closed || dst.String() != mended {
		t.Errorf("closed %v, wrote %q; want %q", dst.closed, dst.String(), mended)
	}
	if n, err := w.Write([]byte("x")); n != 0 || err == nil {
		t.Errorf("Write after Close = %d, %v; want an error", n, err)
	}
}

func TestTransformerReset(t *testing.T) {
	tr := mustNew(t).Transformer()
	for _, in := range []string{damaged, toUTF16(littleEndian, "é"), damaged} {
		tr.Reset()
		dst := make([]byte, 5)
		_, _, _ = tr.Transform(dst, []byte(in), false) // left in the middle
	}
	tr.Reset()
	got, err := transformChunks(tr, [][]byte{[]byte(damaged)}, 100)
	if string(got) != mended || err != nil {
		t.Errorf("after Reset: %q, %v; want %q", got, err, mended)
	}
}
