package dump

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// sqlFormats are the formats of the SQL walkers.
var sqlFormats = []Format{MySQL, Postgres, SQLite, MySQLXML}

func leave(c *Cell) (string, bool) { return c.Text, false }

// cutReader gives n bytes, then the rest, with an empty read between.
type cutReader struct {
	parts [][]byte
}

func (r *cutReader) Read(p []byte) (int, error) {
	if len(r.parts) == 0 {
		return 0, io.EOF
	}
	n := copy(p, r.parts[0])
	if r.parts[0] = r.parts[0][n:]; len(r.parts[0]) == 0 {
		r.parts = r.parts[1:]
	}
	return n, nil
}

// sizes are options under which much is over some limit.
var sizes = [][]Option{nil, {MaxLiteral(minLiteral)}, {Workers(3)}, {SQLCharset("utf8mb4")}}

// checkSplits fails unless Copy does the same for every split of in.
func checkSplits(t *testing.T, in []byte, format Format, opts []Option, cuts []int) {
	t.Helper()
	opts = append(opts[:len(opts):len(opts)], As(format))
	do := func(r io.Reader) string {
		var out bytes.Buffer
		stats, err := Copy(context.Background(), &out, r, unbakeWhole, opts...)
		return fmt.Sprintf("%s\n%+v %+v %v", out.Bytes(), stats.Total(), stats.Problems, err)
	}
	want := do(bytes.NewReader(in))
	check := func(name string, r io.Reader) {
		if got := do(r); got != want {
			t.Fatalf("%v of %q by %s: got %q, want %q", format, in, name, got, want)
		}
	}
	check("byte", iotest.OneByteReader(bytes.NewReader(in)))
	check("data with error", iotest.DataErrReader(bytes.NewReader(in)))
	for _, n := range cuts {
		check(fmt.Sprint("cut at ", n), &cutReader{[][]byte{in[:n], nil, in[n:]}})
	}
}

func TestCopySplits(t *testing.T) {
	for _, tt := range repairTests {
		in, _ := marked(tt.in)
		for i, opts := range sizes {
			var cuts []int
			for n := i; n < len(in); n += 7 {
				cuts = append(cuts, n)
			}
			checkSplits(t, []byte(in), tt.format, opts, cuts)
		}
	}
}

// smallBuffers copies with batches of a few bytes, so that all limits of
// buffers are met in small inputs.
func smallBuffers(t *testing.T, in []byte, format Format) string {
	var out bytes.Buffer
	c := config{format: format, maxLiteral: minLiteral, workers: 1}
	fl := newFlow(context.Background(), &out, iotest.OneByteReader(bytes.NewReader(in)), leave, &c)
	fl.chunk = 4
	err := fl.run()
	var syntax *SyntaxError
	if err != nil && !errors.As(err, &syntax) {
		t.Fatal(err)
	}
	return out.String()
}

func TestCopyIdentity(t *testing.T) {
	for _, tt := range repairTests {
		in, _ := marked(tt.in)
		for _, format := range sqlFormats {
			for n := 0; n <= len(in); n += 11 { // truncated anywhere
				got, _, _ := copyString(t, in[:n], leave, As(format))
				if diff := cmp.Diff(in[:n], got); diff != "" {
					t.Fatalf("%v (-want +got):\n%s", format, diff)
				}
			}
			if got := smallBuffers(t, []byte(in), format); got != in {
				t.Fatalf("%v: small buffers: %s", format, cmp.Diff(in, got))
			}
		}
	}
}

func FuzzWalkIdentitySQL(f *testing.F) {
	for i, tt := range repairTests {
		in, _ := marked(tt.in)
		f.Add([]byte(in), byte(i), uint16(i*7))
	}
	files, err := filepath.Glob("testdata/sql/*.*")
	if err != nil {
		f.Fatal(err)
	}
	for i, e := range files {
		b, err := os.ReadFile(e)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b[:min(len(b), 2000)], byte(i), uint16(i))
	}
	f.Fuzz(func(t *testing.T, in []byte, which byte, cut uint16) {
		format := sqlFormats[int(which)%len(sqlFormats)]
		var out bytes.Buffer
		_, err := Copy(context.Background(), &out, bytes.NewReader(in), leave, As(format))
		var syntax *SyntaxError
		if err != nil && !errors.As(err, &syntax) {
			t.Fatal(err)
		}
		if !bytes.Equal(out.Bytes(), in) {
			t.Fatalf("%v of %q gives %q", format, in, out.Bytes())
		}
		if got := smallBuffers(t, in, format); got != string(in) {
			t.Fatalf("%v of %q in small buffers gives %q", format, in, got)
		}
		checkSplits(t, in, format, sizes[int(which/4)%len(sizes)], []int{int(cut) % (len(in) + 1)})
	})
}

func TestUnclosed(t *testing.T) {
	tests := []struct {
		format    Format
		in        string
		line, off int64
	}{
		{MySQL, "INSERT INTO t VALUES (1,\n'abc", 2, 25},
		{Postgres, "COPY t FROM stdin;\na\n", 3, 21},
		{Postgres, "SELECT $$ abc", 1, 7},
		{SQLite, "/* abc", 1, 0},
	}
	for _, tt := range tests {
		got, _, err := copyString(t, tt.in, leave, As(tt.format))
		var syntax *SyntaxError
		if got != tt.in || !errors.As(err, &syntax) {
			t.Fatalf("Copy(%q) = %q, %v", tt.in, got, err)
		}
		if syntax.Line != tt.line || syntax.Offset != tt.off {
			t.Errorf("Copy(%q): %v, want line %d, byte %d", tt.in, err, tt.line, tt.off)
		}
	}
}

// TestProblems: where it is, in which statement, and what is wrong there.
func TestProblems(t *testing.T) {
	const table = "CREATE TABLE t (a int, b text);\n"
	tests := []struct {
		format Format
		in     string
		want   []string
	}{
		{MySQL, table + "INSERT INTO `t` VALUES (1,'x'),\n(2),(3,'x',4);\nINSERT INTO t VALUES (1),();\nREPLACE INTO t (a) VALUES (1);\n",
			[]string{"mysql: line 3, byte 76, in INSERT INTO t: 3 values for 2 columns"}},
		{MySQL, table + "INSERT INTO t VALUES (),(1,'x'),(1,'x',NULL);\n", []string{"mysql: line 2, byte 75, in INSERT INTO t: 3 values for 2 columns"}},
		{MySQL, "REPLACE INTO db.t VALUES (1,'it's');\nSELECT 1;\nUSE db;\nfoo bar;\n", []string{
			"mysql: line 1, byte 32, in REPLACE INTO db.t: text after the end of a string", "mysql: line 4, byte 55: no statement of SQL begins so"}},
		{Postgres, table + "COPY t (a, b) FROM stdin;\n1\tx\n2\n\x01\n3\tx\n\\.\nINSERT INTO t VALUES (1);\n", []string{"postgres: line 4, byte 63, in COPY t: 1 value for 2 columns"}},
		{Postgres, "COPY t (a, b) FROM stdin;\n1\tx\n2", []string{"postgres: line 3, byte 31, in COPY t: input ends inside a line of COPY"}},
		{SQLite, "PRAGMA foreign_keys=OFF;\nCREATE TABLE t(a INTEGER, b TEXT);\nINSERT INTO t VALUES(1,'x',2);\nINSERT INTO t VALUES(1,'a;\n", []string{
			"sqlite: line 3, byte 88, in INSERT INTO t: 3 values for 2 columns", "sqlite: line 4, byte 114, in INSERT INTO t: string, name or comment not closed at the end of the input"}},
	}
	for _, tt := range tests {
		for _, one := range []bool{false, true} {
			var r io.Reader = strings.NewReader(tt.in)
			if one {
				r = iotest.OneByteReader(r)
			}
			stats, _ := Copy(context.Background(), io.Discard, r, leave, As(tt.format))
			var got []string
			for _, p := range stats.Problems {
				got = append(got, p.Error())
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Copy(%q) (-want +got):\n%s", tt.in, diff)
			}
		}
	}
}

// TestCopyErrors checks that errors of source and sink come out.
func TestCopyErrors(t *testing.T) {
	in := strings.Repeat("INSERT INTO t VALUES ('x');\n", 100000)
	for _, workers := range []int{1, 3} {
		_, err := Copy(context.Background(), &limitWriter{n: 300000}, strings.NewReader(in), leave, As(MySQL), Workers(workers))
		if !errors.Is(err, errFull) {
			t.Errorf("full sink: %v", err)
		}
		_, err = Copy(context.Background(), io.Discard, iotest.TimeoutReader(strings.NewReader(in)), leave, As(MySQL), Workers(workers))
		if !errors.Is(err, iotest.ErrTimeout) {
			t.Errorf("bad source: %v", err)
		}
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		_, err = Copy(ctx, io.Discard, strings.NewReader(in), leave, As(MySQL), Workers(workers))
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled: %v", err)
		}
	}
}

var errFull = errors.New("full")

type limitWriter struct{ n int }

func (w *limitWriter) Write(p []byte) (int, error) {
	if w.n -= len(p); w.n < 0 {
		return 0, errFull
	}
	return len(p), nil
}
