package fix_test

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/transform"

	"github.com/unbake/unbake/fix"
)

// TestZeroFixer: a Fixer that New has not made repairs by the default settings, by whatever road.
func TestZeroFixer(t *testing.T) {
	const in, want = "un cafÃ© fermÃ©\n", "un café fermé\n"
	for name, f := range map[string]*fix.Fixer{"nil": nil, "zero": {}, "nil option": mustNew(t, nil)} {
		roads := map[string]func() string{
			"String":      func() string { return f.String(in) },
			"Bytes":       func() string { return string(f.Bytes([]byte(in))) },
			"Append":      func() string { return string(f.Append(nil, []byte(in))) },
			"Tally":       func() string { s, _ := f.Tally(in); return s },
			"Learn":       func() string { return f.Learn(in).String(in) },
			"Transformer": func() string { s, _, _ := transform.String(f.Transformer(), in); return s },
			"Explain":     func() string { return applied(t, f.Explain(in)) },
			"Clean":       func() string { return want[:f.Clean([]byte(want))] },
			"Reader":      func() string { b, _ := io.ReadAll(f.Reader(strings.NewReader(in))); return string(b) },
			"Writer": func() string {
				var b bytes.Buffer
				w := f.Writer(&b)
				io.WriteString(w, in)
				w.Close()
				return b.String()
			},
			"Copy": func() string {
				var b bytes.Buffer
				f.Copy(context.Background(), &b, strings.NewReader(in), nil)
				return b.String()
			},
		}
		for road, run := range roads {
			if got := run(); got != want {
				t.Errorf("%s Fixer, %s = %q, want %q", name, road, got, want)
			}
		}
	}
}
