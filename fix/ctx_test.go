package fix_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/unbake/unbake/fix"
	"github.com/unbake/unbake/fix/dump"
)

// soup is text of runes by chance that all have a part in damage, in lines of so many bytes: each a long search.
func soup(lines, size int) string {
	runes := []rune("Ã?â€? ?Ð?Ñ?")
	rnd := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for range lines {
		for start := b.Len(); b.Len()-start < size; {
			b.WriteRune(runes[rnd.IntN(len(runes))])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// cancelled is a context that is done once it was asked so often: how long a cell takes does not matter.
type cancelled struct {
	context.Context
	left int
}

func (c *cancelled) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

// A context ends a Copy between two cells, not between two reads alone; nothing that was not looked at is written or counted.
func TestCopyHeedsContext(t *testing.T) {
	const head = "clean\n"
	in := strings.Repeat(head, 2000) + soup(50, 300)
	for _, opts := range [][]fix.Option{nil, {fix.LearnFirst(16 << 10)}, {fix.Values()}} {
		f := mustNew(t, opts...)
		var out bytes.Buffer
		whole, err := f.Copy(&cancelled{context.Background(), 1 << 30}, &out, strings.NewReader(in), nil)
		if err != nil || whole.BytesIn != int64(len(in)) {
			t.Fatalf("Copy = %+v, %v", whole, err)
		}
		for _, left := range []int{1, 5, 20} {
			out.Reset()
			ctx := &cancelled{context.Background(), left}
			st, err := f.Copy(ctx, &out, strings.NewReader(in), nil)
			if !errors.Is(err, context.Canceled) || ctx.left < -20 {
				t.Errorf("Copy: %v, asked %d times more", err, -ctx.left)
			}
			if st.BytesOut != int64(out.Len()) || st.BytesIn > st.BytesOut || !strings.HasPrefix(in, out.String()) || out.Len() > len(head)*2000 {
				t.Errorf("%d bytes written, %+v", out.Len(), st)
			}
		}
	}
}

// A context in time ends a Copy soon, with workers and without.
func TestCopyEndsInTime(t *testing.T) {
	in := soup(400, 500)
	for _, workers := range []int{1, 2} {
		ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
		f := mustNew(t, fix.Workers(workers))
		start := time.Now()
		_, err := f.Copy(ctx, io.Discard, strings.NewReader(in), nil)
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%d workers: Copy: %v after %v", workers, err, time.Since(start))
		}
		cancel()
	}
}

// dump.Copy ends between two cells, too, and with the context's error.
func TestDumpHeedsContext(t *testing.T) {
	in := "CREATE TABLE t (a text);\nINSERT INTO t VALUES " + strings.Repeat("('é'),", 1000) + "('');\n"
	for _, workers := range []int{1, 3} {
		ctx, cancel := context.WithCancel(context.Background())
		asked := 0
		f := func(c *dump.Cell) (string, bool) {
			if asked++; asked == 3 {
				cancel()
			}
			return c.Text, false
		}
		var out bytes.Buffer
		if workers > 1 { // a batch is one worker's
			f = func(c *dump.Cell) (string, bool) { cancel(); return c.Text, false }
		}
		_, err := dump.Copy(ctx, &out, strings.NewReader(in), f, dump.As(dump.MySQL), dump.Workers(workers))
		if !errors.Is(err, context.Canceled) || asked > 3 || out.Len() > 0 {
			t.Errorf("%d workers: %v, asked %d times, %d bytes written", workers, err, asked, out.Len())
		}
	}
}
