package fix_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/unbake/unbake/fix"
)

// damagedLines is more than one worker looks at.
var damagedLines = strings.Repeat("The cafÃ© isnâ€™t open\n", 60_000)

// panics is a Sink that panics at a Repair.
type panics struct{ left int }

func (p *panics) Repair(fix.Position, fix.Repair) {
	if p.left--; p.left == 0 {
		panic("sink")
	}
}
func (p *panics) Suspect(fix.Position, fix.Suspect) {}
func (p *panics) Note(fix.Position, fix.Note)       {}

type writerFunc func(p []byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

type readerFunc func(p []byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

// What a Sink, a writer or a reader panics with reaches the caller, however many workers there are.
func TestPanics(t *testing.T) {
	for _, workers := range []int{1, 4} {
		f := mustNew(t, fix.Workers(workers))
		written, read := 0, 0
		for want, do := range map[string]func(){
			"sink": func() {
				f.Copy(context.Background(), io.Discard, strings.NewReader(damagedLines), &panics{left: 20_000})
			},
			"writer": func() {
				f.Copy(context.Background(), writerFunc(func(p []byte) (int, error) {
					if written += len(p); written > 600_000 {
						panic("writer")
					}
					return len(p), nil
				}), strings.NewReader(damagedLines), nil)
			},
			"reader": func() {
				from := strings.NewReader(damagedLines)
				f.Copy(context.Background(), io.Discard, readerFunc(func(p []byte) (int, error) {
					if read += len(p); read > 600_000 {
						panic("reader")
					}
					return from.Read(p)
				}), nil)
			},
		} {
			func() {
				defer func() {
					if got := recover(); got != want {
						t.Errorf("%d workers: recovered %v, want %q", workers, got, want)
					}
				}()
				do()
			}()
		}
	}
}

// Of a Copy that ends in the middle, Stats counts what was written.
func TestStatsOfFailedWrite(t *testing.T) {
	boom := errors.New("boom")
	for _, workers := range []int{1, 3} {
		f := mustNew(t, fix.Workers(workers))
		for _, limit := range []int{0, 1, 400_000} {
			var out bytes.Buffer
			st, err := f.Copy(context.Background(), writerFunc(func(p []byte) (int, error) {
				n := min(len(p), limit-out.Len())
				out.Write(p[:n])
				if n < len(p) {
					return n, boom
				}
				return n, nil
			}), strings.NewReader(damagedLines), nil)
			if !errors.Is(err, boom) {
				t.Fatalf("Copy: %v, want boom", err)
			}
			lines := int64(bytes.Count(out.Bytes(), []byte("\n")))
			if st.BytesOut != int64(out.Len()) || st.Lines > lines || st.Repairs != 2*st.Lines || st.BytesIn > int64(len(damagedLines)) || limit == 0 && st.BytesIn > 0 {
				t.Errorf("%d workers, %d bytes written: %+v, %d lines", workers, out.Len(), st, lines)
			}
		}
	}
}

// A writer that claims to have written more than it was given is not believed.
func TestImpossibleWrite(t *testing.T) {
	bad := writerFunc(func(p []byte) (int, error) { return len(p) + 100, nil })
	for _, workers := range []int{1, 3} {
		f := mustNew(t, fix.Workers(workers))
		if st, err := f.Copy(context.Background(), bad, strings.NewReader(damagedLines), nil); err == nil || st.BytesOut > 0 {
			t.Errorf("Copy = %+v, %v, want an error", st, err)
		}
		if n, err := f.Reader(strings.NewReader(damagedLines)).(io.WriterTo).WriteTo(bad); err == nil || n > 0 {
			t.Errorf("WriteTo = %d, %v, want an error", n, err)
		}
	}
	wr := mustNew(t).Writer(bad)
	io.WriteString(wr, "cafÃ©\n")
	if err := wr.Close(); err == nil {
		t.Error("Close: no error")
	}
}
