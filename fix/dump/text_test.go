package dump

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// mendCell is mend as a Func.
func mendCell(c *Cell) (string, bool) {
	out := mend(c.Text)
	return out, out != c.Text
}

// sameCell is the Func that changes nothing.
func sameCell(c *Cell) (string, bool) { return c.Text, false }

// walked is what Copy makes of in.
func walked(t testing.TB, in string, f Func, opts ...Option) (string, *Stats, error) {
	t.Helper()
	var out bytes.Buffer
	stats, err := Copy(context.Background(), &out, strings.NewReader(in), f, append([]Option{Repairs()}, opts...)...)
	var syntax *SyntaxError
	if err != nil && !errors.As(err, &syntax) {
		t.Fatalf("Copy(%.200q): %v", in, err)
	}
	return out.String(), stats, err
}

// walkedInChunks is walked with buffers so small that all that a walker must
// keep is moved again and again.
func walkedInChunks(t testing.TB, in string, f Func, opts ...Option) string {
	t.Helper()
	c := config{maxLiteral: DefaultMaxLiteral, workers: 1, repairs: true}
	for _, o := range opts {
		if err := o(&c); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	fl := newFlow(context.Background(), &out, iotest.OneByteReader(strings.NewReader(in)), f, &c)
	fl.chunk = 8
	fl.run()
	return out.String()
}

// A walkTest is a text in a format, and what its repair is.
type walkTest struct{ name, in, want string }

// runWalkTests tries the texts whole and cut into reads, and that a second
// time changes nothing, nor does the identity.
func runWalkTests(t *testing.T, format Format, tests []walkTest) {
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, stats, _ := walked(t, tt.in, mendCell, As(format))
			if got != tt.want {
				t.Fatalf("Copy(%q) =\n%q, want\n%q", tt.in, got, tt.want)
			}
			var repaired bool
			for _, c := range stats.Columns {
				repaired = repaired || c.Repaired > 0
			}
			if repaired != (tt.in != tt.want) {
				t.Errorf("repaired in Stats: %v", repaired)
			}
			if again, _, _ := walked(t, got, mendCell, As(format)); again != got {
				t.Errorf("a second time: %q", again)
			}
			if same, _, _ := walked(t, tt.in, sameCell, As(format)); same != tt.in {
				t.Errorf("identity: %q", same)
			}
			// A sample of eight bytes may tell another dialect, and no BOM.
			if got := walkedInChunks(t, tt.in, mendCell, As(format)); format == JSON && got != tt.want {
				t.Errorf("in small chunks: %q", got)
			}
			for name, r := range map[string]io.Reader{
				"one byte": iotest.OneByteReader(strings.NewReader(tt.in)),
				"half":     iotest.HalfReader(strings.NewReader(tt.in)),
				"data err": iotest.DataErrReader(strings.NewReader(tt.in)),
			} {
				var out bytes.Buffer
				Copy(context.Background(), &out, r, mendCell, As(format))
				if out.String() != tt.want {
					t.Errorf("%s: %q", name, out.String())
				}
			}
		})
	}
}

// fuzzWalk checks that a format's walker copies anything, whatever the reads
// and the longest literal, and that what it repairs does not depend on them.
func fuzzWalk(f *testing.F, formats []Format, seeds ...[]walkTest) {
	for _, tests := range seeds {
		for _, tt := range tests {
			f.Add(tt.in, uint8(0), uint16(0))
			f.Add(tt.in, uint8(1), uint16(5))
		}
	}
	f.Fuzz(func(t *testing.T, in string, which uint8, limit uint16) {
		opts := []Option{As(formats[int(which)%len(formats)]), MaxLiteral(minLiteral + int(limit))}
		if got, _, _ := walked(t, in, sameCell, opts...); got != in {
			t.Fatalf("identity: %q became %q", in, got)
		}
		if got := walkedInChunks(t, in, sameCell, opts...); got != in {
			t.Fatalf("identity in small chunks: %q became %q", in, got)
		}
		whole, stats, _ := walked(t, in, mendCell, opts...)
		var out bytes.Buffer
		cut, _ := Copy(context.Background(), &out, iotest.OneByteReader(strings.NewReader(in)), mendCell, opts...)
		if out.String() != whole {
			t.Fatalf("%q became %q in one read, %q byte by byte", in, whole, out.String())
		}
		if stats.Total().Cells != cut.Total().Cells {
			t.Fatalf("%q: %d cells in one read, %d byte by byte", in, stats.Total().Cells, cut.Total().Cells)
		}
	})
}

var textTests = []walkTest{
	{"lines", "cafÃ©\nÃ¼ber\r\nx\rÃ©", "café\nüber\r\nx\ré"},
	{"byte order mark", "\ufeffÃ©\n", "\ufeffé\n"},
	{"empty", "", ""},
	{"not UTF-8", "Ã© \xff\nÃ©", "Ã© \xff\né"},
	{"binary", "Ã©\x00\nÃ©", "Ã©\x00\nÃ©"},
	{"serialized", "key: a:1:{i:0;" + phps("Ã©") + "}\n", "key: a:1:{i:0;" + phps("é") + "}\n"},
	{"JSON on a line", `{"a":"\u00c3\u00a9"}` + "\nÃ©", `{"a":"\u00e9"}` + "\né"},
}

func TestWalkText(t *testing.T) { runWalkTests(t, Text, textTests) }

func FuzzWalkText(f *testing.F) { fuzzWalk(f, []Format{Text}, textTests) }

var phpFileTests = []walkTest{
	{"one value", `a:1:{i:0;` + phps("Ã©") + "}\n", `a:1:{i:0;` + phps("é") + "}\n"},
	{"broken", `a:1:{i:0;s:9:"Ã©";}`, `a:1:{i:0;s:9:"Ã©";}`},
	{"not UTF-8", "a:2:{i:0;" + phps("Ã©") + "i:1;" + phps("\xff") + "}", "a:2:{i:0;" + phps("Ã©") + "i:1;" + phps("\xff") + "}"},
}

func TestWalkPHP(t *testing.T) { runWalkTests(t, PHP, phpFileTests) }

func FuzzWalkPHP(f *testing.F) { fuzzWalk(f, []Format{PHP}, phpFileTests) }
