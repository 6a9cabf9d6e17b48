package fix

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/unbake/unbake/internal/cells"
	"github.com/unbake/unbake/internal/codec"
)

// TestCopyInputs: what the bytes are, and what is told of them. What the
// engine finds is not its business.
func TestCopyInputs(t *testing.T) {
	le := func(s string) string { return toUTF16(littleEndian, s) }
	be := func(s string) string { return toUTF16(bigEndian, s) }
	nulLater := strings.Repeat("x", cells.SniffLen) + "\n" + damaged + "\x00\n"
	tests := []struct {
		name     string
		opts     []Option
		in, want string
		notes    []string
		stats    Stats // without bytes, repairs and suspects
	}{
		{
			name: "clean",
			in:   "Ångström\r\n“naïve”", want: "Ångström\r\n“naïve”",
			stats: Stats{Lines: 2},
		},
		{
			name: "byte order mark", in: cells.BOM + "é\n", want: cells.BOM + "é\n",
			stats: Stats{Lines: 1},
		},
		{
			name: "not UTF-8", in: "né\n caf\xe9\xe8 \xff", want: "né\n caf\xe9\xe8 \xff",
			notes: []string{"8 2:5 not utf-8 2", "11 2:8 not utf-8 1"},
			stats: Stats{Lines: 2, NotUTF8: 3},
		},
		{
			name: "auto", opts: []Option{InputEncoding("auto")},
			in: "caf\xe9 né\nné\n", want: "café né\nné\n",
			notes: []string{"3 1:4 decoded windows-1252 1"},
			stats: Stats{Lines: 2, NotUTF8: 1},
		},
		{
			name: "binary", in: "é\n\xe9\x00" + damaged, want: "é\n\xe9\x00" + damaged,
			notes: []string{"4 2:2 binary 0"},
			stats: Stats{Binary: true},
		},
		{
			name: "binary after damage", in: damaged + "\n\x00", want: damaged + "\n\x00",
			notes: []string{place(len(damaged)+1, 2, 1) + " binary 0"},
			stats: Stats{Binary: true},
		},
		{
			name: "nul far on", in: nulLater + "né\n", want: nulLater + "né\n",
			notes: []string{place(cells.SniffLen+1, 2, 1) + " binary " + strconv.Itoa(len(damaged)+1)},
			stats: Stats{Lines: 3},
		},
		{
			name: "utf-16le", in: le("né\r\n𝄞"), want: le("né\r\n𝄞"),
			stats: Stats{Lines: 2},
		},
		{
			name: "utf-16be", in: be(damaged + "\n"), want: be(mended + "\n"),
			stats: Stats{Lines: 1},
		},
		{
			name: "utf-16 lone surrogates", in: be("𝄞\na") + "\xd8\x00\xd8\x01\x00b\xdc", want: be("𝄞\na") + "\xd8\x00\xd8\x01\x00b\xdc",
			notes: []string{"10 2:2 not utf-8 4", "16 2:5 not utf-8 1"},
			stats: Stats{Lines: 2, NotUTF8: 5},
		},
		{
			name: "utf-16 without a mark", in: "a\x00b\x00", want: "a\x00b\x00",
			notes: []string{"1 1:2 binary 0"},
			stats: Stats{Binary: true},
		},
		{
			name: "utf-32le with a mark", in: "\xff\xfe\x00\x00\xe9\x00\x00\x00", want: "\xff\xfe\x00\x00\xe9\x00\x00\x00",
			notes: []string{"2 1:3 binary 0"},
			stats: Stats{Binary: true},
		},
		{
			name: "utf-16le with as little as a mark", in: "\xff\xfe\x00", want: "\xff\xfe\x00",
			notes: []string{"2 1:1 not utf-8 1"},
			stats: Stats{NotUTF8: 1},
		},
		{
			name: "utf-16 by name", opts: []Option{InputEncoding("utf-16le")},
			in: "a\x00\x00\xd8\xe9\x00\n\x00x", want: "a\uFFFDé\n\uFFFD",
			notes: []string{"2 1:2 undecodable 2", "8 2:1 undecodable 1"},
			stats: Stats{Lines: 1, NotUTF8: 3},
		},
		{
			name: "utf-16 by name with a mark", opts: []Option{InputEncoding("UTF-16")},
			in: be("né"), want: cells.BOM + "né",
			stats: Stats{Lines: 1},
		},
		{
			name: "windows-1252 by name", opts: []Option{InputEncoding("windows-1252")},
			in: "\x93na\xefve\x94\n", want: "“naïve”\n",
			stats: Stats{Lines: 1},
		},
		{
			name: "windows-1251 by alias", opts: []Option{InputEncoding("CP1251")},
			in: "\xcf\xf0\xe8\xe2\xe5\xf2\n", want: "Привет\n",
			stats: Stats{Lines: 1},
		},
		{
			name: "shift_jis by name", opts: []Option{InputEncoding("Shift_JIS")},
			in: "\x93\xfa\x96\x7b\n\xff a\x81", want: "日本\n\uFFFD a\uFFFD",
			notes: []string{"5 2:1 undecodable 1", "8 2:4 undecodable 1"},
			stats: Stats{Lines: 2, NotUTF8: 2},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := mustNew(t, tt.opts...)
			sink := &findings{notesOnly: true}
			var out bytes.Buffer
			st, err := f.Copy(context.Background(), &out, strings.NewReader(tt.in), sink)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, out.String()); diff != "" {
				t.Errorf("output (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.notes, sink.lines); diff != "" {
				t.Errorf("notes (-want +got):\n%s", diff)
			}
			tt.stats.BytesIn, tt.stats.BytesOut = int64(len(tt.in)), int64(out.Len())
			tt.stats.Repairs, tt.stats.Suspects = st.Repairs, st.Suspects
			if diff := cmp.Diff(tt.stats, st); diff != "" {
				t.Errorf("stats (-want +got):\n%s", diff)
			}
		})
	}
}

func place(off, line, col int) string { return fmt.Sprintf("%d %d:%d", off, line, col) }

// TestCopyPositions: what a position says is where the finding is.
func TestCopyPositions(t *testing.T) {
	text := "né\n– " + damaged + "\r\n\n" + damaged + "\n" + strings.Repeat("ü ", MaxCell) + damaged
	latin := []byte(strings.ReplaceAll(text, "– ", ""))
	tests := []struct {
		name string
		opts []Option
		in   string
		at   func(off int64) string // the text from an offset of the input on
	}{
		{"utf-8", nil, text, func(off int64) string { return text[off:] }},
		{"byte order mark", nil, cells.BOM + text, func(off int64) string { return (cells.BOM + text)[off:] }},
		{"utf-16", nil, toUTF16(bigEndian, text), func(off int64) string {
			b, _ := bigEndian.appendText(nil, []byte(toUTF16(bigEndian, text)[off:]), true)
			return string(b)
		}},
		{"windows-1252", []Option{InputEncoding("windows-1252")}, toLatin1(latin), func(off int64) string {
			return fromLatin1(toLatin1(latin)[off:])
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := &whereabouts{}
			if _, err := mustNew(t, tt.opts...).Copy(context.Background(), io.Discard, strings.NewReader(tt.in), w); err != nil {
				t.Fatal(err)
			}
			if len(w.before) == 0 {
				t.Fatal("nothing found")
			}
			all := strings.TrimPrefix(tt.at(0), cells.BOM)
			for i, before := range w.before {
				at := w.at[i]
				if got := tt.at(at.Offset); !strings.HasPrefix(got, before) {
					t.Errorf("%q is at %+v, but there stands %q", before, at, got[:min(len(got), 20)])
				}
				line := strings.Split(all, "\n")[at.Line-1]
				if got := string([]rune(line)[at.Column-1:]); !strings.HasPrefix(got, before) {
					t.Errorf("%q is at %+v, but there stands %q", before, at, got[:min(len(got), 20)])
				}
			}
		})
	}
}

func toLatin1(text []byte) string {
	var b []byte
	for _, r := range string(text) {
		b = append(b, byte(r))
	}
	return string(b)
}

func fromLatin1(s string) string {
	var r []rune
	for _, b := range []byte(s) {
		r = append(r, rune(b))
	}
	return string(r)
}

// TestDecodeCuts: a long line in a double-byte encoding is decoded in windows,
// and the same as in one piece.
func TestDecodeCuts(t *testing.T) {
	for name, text := range map[string]string{
		"shift_jis": strings.Repeat("日本語ｱ", 3*MaxCell/8),
		"gb18030":   strings.Repeat("中文𝄞", MaxCell/3),
		"euc-jp":    "a" + strings.Repeat("日本丂", MaxCell/3),
		"big5":      strings.Repeat("中文", MaxCell),
	} {
		t.Run(name, func(t *testing.T) {
			c, ok := codec.Lookup(name)
			if !ok {
				t.Fatal("no such codec")
			}
			raw, n := c.AppendEncode(nil, text)
			if n != len(text) {
				t.Fatalf("cannot encode %q", text[n:min(n+8, len(text))])
			}
			form := formOf(name)
			clean := 0
			got, _ := form.decode(nil, raw, true, &clean)
			if string(got) != text {
				t.Errorf("decoded %s, want %s", abbreviate(string(got), text), abbreviate(text, string(got)))
			}
			if got := form.inputLen([]byte(text)); got != int64(len(raw)) {
				t.Errorf("inputLen = %d, want %d", got, len(raw))
			}
		})
	}
}

func TestUnknownInputEncoding(t *testing.T) {
	for _, name := range []string{"windows-125x", "klingon"} {
		_, err := New(InputEncoding(name))
		if err == nil || !strings.Contains(err.Error(), strconv.Quote(name)) {
			t.Errorf("New(InputEncoding(%q)) = %v, want an error that names it", name, err)
		}
	}
	_, err := New(InputEncoding("windows-125x"))
	if err == nil || !strings.Contains(err.Error(), "windows-125") {
		t.Errorf("error %v names nothing near", err)
	}
	for _, name := range []string{"", "auto", "utf-8", "UTF-16LE", "Latin1"} {
		if _, err := New(InputEncoding(name)); err != nil {
			t.Errorf("New(InputEncoding(%q)) = %v", name, err)
		}
	}
}

// FuzzUTF16: any bytes behind a mark become text and the same bytes again.
func FuzzUTF16(f *testing.F) {
	for _, in := range inputs {
		f.Add([]byte(in))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		for _, order := range []byteOrder{littleEndian, bigEndian} {
			text, n := order.appendText(nil, in, true)
			if n != len(in)-len(in)%2 {
				t.Errorf("%d of %d bytes were taken", n, len(in))
			}
			if back := order.appendUnits(nil, text); !bytes.Equal(back, in[:n]) {
				t.Errorf("% x came back as % x", in, back)
			}
			if got := unitsLen(text); got != int64(n) {
				t.Errorf("unitsLen = %d, want %d", got, n)
			}
		}
	})
}
