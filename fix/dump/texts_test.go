package dump

import (
	"context"
	"io"
	"strings"
	"testing"
)

// TestTexts: no more is read than it takes, a text that is longer than all that is left
// apart, and what does not fit is left out.
func TestTexts(t *testing.T) {
	const n = 64 << 10
	long := "é" + strings.Repeat("x", n)
	row := "('" + strings.Repeat("é", 100) + "')"
	for _, first := range []string{"", "('" + long + "'),"} {
		in := "INSERT INTO t VALUES " + first + strings.Repeat(row+",", 20_000) + row + ";\n"
		r := &countingReader{r: strings.NewReader(in)}
		texts, err := Texts(context.Background(), r, n, As(MySQL))
		if err != nil {
			t.Fatal(err)
		}
		if want := n / 200; len(texts) != want || len(strings.Join(texts, "")) != 200*want {
			t.Errorf("Texts has %d texts, want %d", len(texts), want)
		}
		if r.n > len(in)/2 {
			t.Errorf("Texts read %d bytes of %d for %d", r.n, len(in), n)
		}
	}
}

type countingReader struct {
	r io.Reader
	n int
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += n
	return n, err
}
