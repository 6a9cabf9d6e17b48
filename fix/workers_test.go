package fix

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/unbake/unbake/internal/cells"
)

// manyCells is text of all kinds, longer than what a stream sees before it splits.
func manyCells() string {
	var b strings.Builder
	b.WriteString(strings.Repeat("clean – text\n", cells.SniffLen/8))
	for _, texts := range []map[string]string{inputs, longInputs} {
		for _, name := range sortedKeys(texts) {
			if !strings.Contains(name, "utf-16") {
				b.WriteString(texts[name])
			}
		}
	}
	return b.String()
}

// copied is all that Copy gives.
type copied struct {
	Out   string
	Stats Stats
	Told  []string
}

func copyAll(t *testing.T, r io.Reader, sink bool, opts ...Option) copied {
	t.Helper()
	var out bytes.Buffer
	var told findings
	var to Sink
	if sink {
		to = &told
	}
	stats, err := mustNew(t, opts...).Copy(context.Background(), &out, r, to)
	if err != nil {
		t.Fatal(err)
	}
	return copied{out.String(), stats, told.lines}
}

func TestWorkers(t *testing.T) {
	text := manyCells()
	readers := map[string]func() io.Reader{
		"whole":        func() io.Reader { return strings.NewReader(text) },
		"halves":       func() io.Reader { return iotest.HalfReader(strings.NewReader(text)) },
		"data and EOF": func() io.Reader { return iotest.DataErrReader(strings.NewReader(text)) },
		"small": func() io.Reader {
			return struct{ io.Reader }{io.MultiReader(strings.NewReader(text[:20_000]), iotest.OneByteReader(strings.NewReader(text[20_000:30_000])), strings.NewReader(text[30_000:]))}
		},
	}
	for _, opts := range [][]Option{nil, {InputEncoding("auto"), LearnFirst(12_000)}} {
		for _, sink := range []bool{false, true} {
			want := copyAll(t, strings.NewReader(text), sink, opts...)
			if want.Out == text {
				t.Fatal("nothing is repaired")
			}
			for name, r := range readers {
				for _, n := range []int{3} {
					got := copyAll(t, r(), sink, append(opts, Workers(n))...)
					if diff := cmp.Diff(want, got); diff != "" {
						t.Errorf("%s, %d workers, sink %t: (-want +got)\n%s", name, n, sink, abbreviate(diff, ""))
					}
				}
			}
		}
	}
}

// TestWorkersSample: a sample longer than a part is looked through in parts, too, once it was learnt from, whether more follows
// or an error does.
func TestWorkersSample(t *testing.T) {
	line := damaged + "\nclean – text\nÃ©\nunbake:ignore cafÃ©\n" + strings.Repeat("word ", 2000) + "\n"
	text := strings.Repeat("clean – text\n", cells.SniffLen/8) + strings.Repeat(line, 90)
	broken := errors.New("broken")
	for _, n := range []int{300_000, len(text), MaxSample} {
		for name, r := range map[string]func() io.Reader{
			"whole":  func() io.Reader { return strings.NewReader(text) },
			"halves": func() io.Reader { return iotest.HalfReader(strings.NewReader(text)) },
			"broken": func() io.Reader { return io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken)) },
		} {
			var want, got bytes.Buffer
			wantStats, wantErr := mustNew(t, LearnFirst(n), IgnoreComments()).Copy(context.Background(), &want, r(), nil)
			gotStats, err := mustNew(t, LearnFirst(n), IgnoreComments(), Workers(3)).Copy(context.Background(), &got, r(), nil)
			if err != wantErr || gotStats != wantStats || !bytes.Equal(got.Bytes(), want.Bytes()) {
				t.Errorf("%s, %d bytes: %+v, %v, want %+v, %v, and the output is the same: %t", name, n, gotStats, err, wantStats, wantErr, bytes.Equal(got.Bytes(), want.Bytes()))
			}
			if wantStats.Repairs < 90 {
				t.Errorf("%s: %d repairs", name, wantStats.Repairs)
			}
		}
	}
}

// TestWorkersErrors: errors of reading and writing, and of the context, come through.
func TestWorkersErrors(t *testing.T) {
	text := manyCells()
	f := mustNew(t, Workers(3))
	broken := errors.New("broken")
	var out bytes.Buffer
	_, err := f.Copy(context.Background(), &out, io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken)), nil)
	if err != broken {
		t.Errorf("read error: %v", err)
	}
	serial := copyBroken(t, text, broken)
	if out.String() != serial {
		t.Errorf("before a read error %d bytes were written, want %d", out.Len(), len(serial))
	}
	if _, err := f.Copy(context.Background(), &failsLater{after: 30_000}, endless{text}, nil); err != errFull {
		t.Errorf("write error: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	if _, err := f.Copy(ctx, &failsLater{after: 30_000, then: cancel}, endless{text}, nil); err != context.Canceled {
		t.Errorf("cancelled: %v", err)
	}
}

func copyBroken(t *testing.T, text string, broken error) string {
	t.Helper()
	var out bytes.Buffer
	_, err := mustNew(t).Copy(context.Background(), &out, io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken)), nil)
	if err != broken {
		t.Errorf("read error, one worker: %v", err)
	}
	return out.String()
}

var errFull = errors.New("full")

// failsLater takes so many bytes, and then fails or does what it is told.
type failsLater struct {
	after int
	then  func()
}

func (w *failsLater) Write(p []byte) (int, error) {
	if w.after -= len(p); w.after < 0 {
		if w.then == nil {
			return 0, errFull
		}
		w.then()
	}
	return len(p), nil
}

// endless is a text again and again.
type endless struct{ text string }

func (e endless) Read(p []byte) (int, error) { return copy(p, e.text), nil }

func TestWorkersRange(t *testing.T) {
	for _, n := range []int{0, -1, MaxWorkers + 1} {
		if _, err := New(Workers(n)); err == nil {
			t.Errorf("New(Workers(%d)): no error", n)
		}
	}
}
