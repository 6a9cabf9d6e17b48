package main

import (
	"encoding/json"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// Findings in a dump are the same for every size of reads, and stand where the
// text does.
func TestCheckDumpPlaces(t *testing.T) {
	const in = "\uFEFFid,name\n1,\"plain ü\"\n2,caf\xe9\n3,\"dÃ©jÃ\u00a0 vu, Ã ↔ \"\"été\"\" cafÃ© crÃ¨me brÃ»lÃ©e\"\n4,\"two\nlines, cafÃ© crÃ¨me brÃ»lÃ©e\"\n"
	code, whole, stderr := runWith(strings.NewReader(in), "check", "--format", "csv", "--json")
	if code != exitFound {
		t.Fatalf("exit code %d, stderr %q", code, stderr)
	}
	var last int64 = -1
	raw, damaged := 0, 0
	for line := range strings.Lines(whole) {
		var f finding
		if err := json.Unmarshal([]byte(line), &f); err != nil {
			t.Fatal(err)
		}
		if f.Code == codeNotUTF8 {
			raw++
		} else if damaged++; f.Field != "name" || !strings.HasPrefix(in[f.Offset:], f.Before) {
			t.Errorf("%s: %q is not at byte %d", f.Field, f.Before, f.Offset)
		}
		before := strings.TrimPrefix(in[:f.Offset], "\uFEFF")
		row := before[strings.LastIndexByte(before, '\n')+1:]
		if want := int64(strings.Count(before, "\n")) + 1; f.Line != want || f.Column != utf8.RuneCountInString(row)+1 {
			t.Errorf("byte %d: line %d, column %d", f.Offset, f.Line, f.Column)
		}
		if f.Offset <= last {
			t.Errorf("byte %d comes behind byte %d", f.Offset, last)
		}
		last = f.Offset
	}
	if raw != 1 || damaged < 4 {
		t.Errorf("%d findings, and %d of bytes that are not UTF-8", damaged, raw)
	}
	for name, r := range map[string]io.Reader{"bytes": iotest.OneByteReader(strings.NewReader(in)), "halves": iotest.HalfReader(strings.NewReader(in))} {
		if _, got, _ := runWith(r, "check", "--format", "csv", "--json"); got != whole {
			t.Errorf("%s (-want +got):\n%s", name, cmp.Diff(whole, got))
		}
	}
}

// A value of a megabyte with damage all over is checked in about a second. With all of it
// read again for each finding it took minutes.
func TestCheckLongValue(t *testing.T) {
	in := "INSERT INTO `t` VALUES ('" + strings.Repeat("isnâ€™t GrÃ¶ÃŸe ", 50000) + "');\n"
	done := make(chan int, 1)
	go func() {
		code, _, _ := runWith(strings.NewReader(in), "check", "--format", "mysql")
		done <- code
	}()
	select {
	case code := <-done:
		if code != exitFound {
			t.Errorf("exit code %d, want %d", code, exitFound)
		}
	case <-time.After(time.Minute):
		t.Error("not done after a minute")
	}
}
