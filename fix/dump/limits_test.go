package dump

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"math"
	"strings"
	"testing"
)

func TestWorkersBound(t *testing.T) {
	for _, n := range []int{-1, 0, MaxWorkers + 1, math.MaxInt} {
		if _, err := Copy(t.Context(), io.Discard, strings.NewReader("é"), sameCell, Workers(n)); err == nil {
			t.Errorf("Workers(%d): no error", n)
		}
	}
	if _, err := Copy(t.Context(), io.Discard, strings.NewReader("é"), sameCell, Workers(MaxWorkers)); err != nil {
		t.Errorf("Workers(%d): %v", MaxWorkers, err)
	}
}

// Where texts are long, or have nothing to learn from, Texts does not read on and on.
func TestTextsBound(t *testing.T) {
	for name, value := range map[string]string{"ASCII": strings.Repeat("x", 1000), "long": strings.Repeat("é", 600)} {
		in := "INSERT INTO t VALUES " + strings.Repeat("('"+value+"'),\n", 10_000) + "('');\n"
		r := &countingReader{r: strings.NewReader(in)}
		if _, err := Texts(t.Context(), r, 1000, As(MySQL)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if r.n > textsLeast+chunk {
			t.Errorf("%s: %d bytes of %d read for 1000", name, r.n, len(in))
		}
	}
	for _, n := range []int{0, -1} {
		if _, err := Texts(t.Context(), strings.NewReader("é"), n); err == nil {
			t.Errorf("Texts of %d bytes: no error", n)
		}
	}
	if texts, err := Texts(t.Context(), strings.NewReader("é"), math.MaxInt, As(Text)); err != nil || len(texts) != 1 {
		t.Errorf("Texts = %q, %v", texts, err)
	}
}

// What functions of the caller's panic with reaches the caller, however many workers there are.
func TestPanicsReachCaller(t *testing.T) {
	in := "CREATE TABLE t (a text);\nINSERT INTO t VALUES " + strings.Repeat("('Ã©'),\n", 200_000) + "('');\n"
	for _, workers := range []int{1, 4} {
		for want, opts := range map[string][]Option{
			"func":  nil,
			"watch": {Watch(func(*Cell, string) { panic("watch") })},
			"clean": {Clean(func([]byte) int { panic("clean") })},
		} {
			f := func(c *Cell) (string, bool) {
				if want == "func" {
					panic("func")
				}
				return c.Text, false
			}
			func() {
				defer func() {
					if got := recover(); got != want {
						t.Errorf("%d workers: recovered %v, want %q", workers, got, want)
					}
				}()
				Copy(t.Context(), io.Discard, strings.NewReader(in), f, append(opts, As(MySQL), Workers(workers))...)
			}()
		}
		if _, err := Copy(t.Context(), io.Discard, strings.NewReader(in), nil, Workers(workers)); err == nil {
			t.Errorf("%d workers: no error for no Func", workers)
		}
	}
}

// A NUL, which values of PostgreSQL and of XML cannot have, is not written there.
func TestNULStays(t *testing.T) {
	for format, in := range map[Format]string{
		Postgres: "COPY t (a) FROM stdin;\né\n\\.\n",
		MySQLXML: "<?xml version=\"1.0\"?>\n<mysqldump>\n<table_data name=\"t\">\n<row>\n<field name=\"a\">é</field>\n</row>\n</table_data>\n</mysqldump>\n",
	} {
		var out strings.Builder
		f := func(c *Cell) (string, bool) { return c.Text + "\x00", true }
		stats, err := Copy(t.Context(), &out, strings.NewReader(in), f, As(format))
		if n := stats.Total(); err != nil || out.String() != in || n.Broken != 1 || n.Repaired != 0 {
			t.Errorf("%v: Copy(%q) = %q, %v, %+v", format, in, out.String(), err, n)
		}
	}
}

// Stats can be stored as JSON and read back, what does not follow the format among it.
func TestStatsJSON(t *testing.T) {
	stats, err := Copy(context.Background(), io.Discard, strings.NewReader("INSERT INTO t VALUES ('Ã©"), mendCell, As(MySQL))
	var syntax *SyntaxError
	if !errors.As(err, &syntax) {
		t.Fatal(err)
	}
	stored, err := json.Marshal(stats)
	if err != nil {
		t.Fatal(err)
	}
	var back Stats
	if err := json.Unmarshal(stored, &back); err != nil {
		t.Fatal(err)
	}
	if back.Format != MySQL || len(back.Problems) != 1 || *back.Problems[0] != *syntax {
		t.Errorf("%s is read back as %+v", stored, back)
	}
	if !bytes.Contains(stored, []byte(`"problems":[{"format":"mysql","line":1,"offset":`)) {
		t.Errorf("%s: names of problems are not as those of all else", stored)
	}
	for f := range numFormats {
		text, err := f.MarshalText()
		var back Format
		if err != nil || back.UnmarshalText(text) != nil || back != f {
			t.Errorf("%v is %s, %v, and back %v", f, text, err, back)
		}
	}
	if _, err := Format(99).MarshalText(); err == nil {
		t.Error("Format(99) has a name")
	}
	if f, ok := ParseFormat("jsonl"); !ok || f != NDJSON {
		t.Errorf("ParseFormat(jsonl) = %v, %v", f, ok)
	}
	if err := new(Format).UnmarshalText([]byte("nope")); err == nil {
		t.Error("nope is a format")
	}
}

// TestWorkersFindFormat: what workers have before the format is found holds no cell; the race detector sees what they look at.
func TestWorkersFindFormat(t *testing.T) {
	in := "-- MySQL dump 10.13\nCREATE TABLE `t` (`a` text);\n" + strings.Repeat("INSERT INTO `t` VALUES ('é');\n", 3000)
	named := 0
	look := func(c *Cell) (string, bool) {
		if c.Format == MySQL {
			named++
		}
		return c.Text, false
	}
	if _, err := Copy(t.Context(), io.Discard, strings.NewReader(in), look); err != nil || named != 3000 {
		t.Fatalf("%d cells of MySQL, %v", named, err)
	}
	var out strings.Builder
	if _, err := Copy(t.Context(), &out, strings.NewReader(in), sameCell, Workers(4)); err != nil || out.String() != in {
		t.Errorf("copied %d bytes of %d, %v", out.Len(), len(in), err)
	}
}
