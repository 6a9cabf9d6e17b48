package container

import (
	"bytes"
	"compress/bzip2"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

var text = []byte(strings.Repeat("Smörgåsbord – “naïve” café\n", 4000))

func compress(t *testing.T, k Kind, b []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := newWriter(&out, k, like{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestRoundTrip(t *testing.T) {
	for _, k := range []Kind{Plain, Gzip, Zstd, XZ} {
		for name, content := range map[string][]byte{"text": text, "empty": nil, "two": append(text, text...)} {
			t.Run(k.String()+" "+name, func(t *testing.T) {
				packed := compress(t, k, content)
				if name == "two" {
					packed = append(compress(t, k, text), compress(t, k, text)...)
				}
				for how, in := range map[string]io.Reader{
					"whole":    bytes.NewReader(packed),
					"one byte": iotest.OneByteReader(bytes.NewReader(packed)),
				} {
					r, err := NewReader(in)
					if err != nil {
						t.Fatal(err)
					}
					got, err := io.ReadAll(r)
					if err != nil {
						t.Fatalf("%s: %v", how, err)
					}
					if r.Kind() != k {
						t.Errorf("%s: Kind() = %v, want %v", how, r.Kind(), k)
					}
					if !bytes.Equal(got, content) {
						t.Errorf("%s: content differs: %d bytes, want %d", how, len(got), len(content))
					}
					r.Close()
				}
			})
		}
	}
}

// smallBzip2 is `printf 'café\n' | bzip2 | base64`.
const smallBzip2 = "QlpoOTFBWSZTWaptNEUAAAFBFAAQKQAAIAgAIAAhgAwCxzbi7kinChIVTaaIoA=="

func TestBzip2(t *testing.T) {
	packed, err := base64.StdEncoding.DecodeString(smallBzip2)
	if err != nil {
		t.Fatal(err)
	}
	want, err := io.ReadAll(bzip2.NewReader(bytes.NewReader(packed)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(r)
	if err != nil || !bytes.Equal(got, want) || r.Kind() != Bzip2 {
		t.Errorf("ReadAll = %q, %v of %v; want %q of bzip2", got, err, r.Kind(), want)
	}
	if _, err := r.NewWriter(io.Discard); !errors.Is(err, ErrNoWriter) {
		t.Errorf("NewWriter: %v, want ErrNoWriter", err)
	}
}

func TestDetect(t *testing.T) {
	tests := []struct {
		in   string
		want Kind
	}{
		{"", Plain},
		{"BZh", Plain},
		{"BZhou is a name", Plain},
		{"BZh91AY&SY\xd0", Bzip2},
		{"BZh9\x17\x72\x45\x38\x50\x90", Bzip2},
		{"\x1f\x8b\x08\x00", Gzip},
		{"\x1f\x8b", Plain},
		{"\x28\xb5\x2f\xfd", Zstd},
		{"\x5e\x2a\x4d\x18\x04\x00\x00\x00", Zstd},
		{"P*M\x18", Zstd},
		{"P*MX", Plain},
		{"\xfd7zXZ\x00", XZ},
		{"INSERT INTO", Plain},
	}
	for _, tt := range tests {
		if got := Detect([]byte(tt.in)); got != tt.want {
			t.Errorf("Detect(%q) = %v, want %v", tt.in, got, tt.want)
		}
	}
}

func TestCutInput(t *testing.T) {
	for _, k := range []Kind{Gzip, Zstd, XZ} {
		packed := compress(t, k, text[:300])
		for n := PrefixLen; n < len(packed); n++ {
			r, err := NewReader(bytes.NewReader(packed[:n]))
			if err == nil {
				_, err = io.ReadAll(r)
			}
			var e *Error
			if !errors.As(err, &e) || e.Kind != k {
				t.Errorf("%v cut to %d bytes: error %v, want an *Error", k, n, err)
			}
		}
	}
}

func TestXZPadding(t *testing.T) {
	packed := append(compress(t, XZ, text), make([]byte, 400)...)
	r, err := NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, text) {
		t.Errorf("ReadAll of a padded file: %d bytes, %v", len(got), err)
	}
}

// TestGzipTrailing: what stands behind the end is named, and not taken for a member that was cut; the content is whole.
func TestGzipTrailing(t *testing.T) {
	packed := append(bytes.Repeat(compress(t, Gzip, nil), 500), compress(t, Gzip, text)...)
	for _, tt := range []struct {
		behind string
		want   error
	}{
		{"x", ErrTrailing}, {"-- end of dump\n", ErrTrailing}, {"\x00\x00x", ErrTrailing}, {strings.Repeat("x", 100_000), ErrTrailing},
		{"\x00", nil}, {strings.Repeat("\x00", 100_000), nil},
		{"\x1f", io.ErrUnexpectedEOF}, {"\x1f\x8b\x08\x00", io.ErrUnexpectedEOF}, {string(compress(t, Gzip, text)[:40]), io.ErrUnexpectedEOF},
	} {
		for _, in := range []io.Reader{strings.NewReader(string(packed) + tt.behind), iotest.OneByteReader(strings.NewReader(string(packed) + tt.behind))} {
			r, err := NewReader(in)
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(r)
			if !errors.Is(err, tt.want) || !bytes.HasPrefix(got, text) {
				t.Errorf("behind the end %.20q: %d bytes, error %v; want %v", tt.behind, len(got), err, tt.want)
			}
			if want := fmt.Sprintf("from byte %d of the file on", len(packed)); tt.want == ErrTrailing && !strings.HasSuffix(err.Error(), want) {
				t.Errorf("behind the end %.20q: error %v, want %q in it", tt.behind, err, want)
			}
		}
	}
}

func TestMaxMemory(t *testing.T) {
	var big bytes.Buffer
	w, err := zstd.NewWriter(&big, zstd.WithWindowSize(8<<20), zstd.WithSingleSegment(false))
	if err != nil {
		t.Fatal(err)
	}
	for range 100 {
		w.Write(text)
	}
	w.Close()
	xzPacked := compress(t, XZ, text)
	for name, packed := range map[string][]byte{"zstd": big.Bytes(), "xz": xzPacked} {
		r, err := NewReader(bytes.NewReader(packed), MaxMemory(1<<20))
		if err == nil {
			_, err = io.Copy(io.Discard, r)
		}
		if !errors.Is(err, ErrMemory) {
			t.Errorf("%s: error %v, want ErrMemory", name, err)
		}
	}
	if _, err := NewReader(nil, MaxMemory(1)); err == nil {
		t.Error("MaxMemory(1): no error")
	}
}

func TestWriterKeepsHeader(t *testing.T) {
	var in bytes.Buffer
	g := gzip.NewWriter(&in)
	g.Header = gzip.Header{Name: "dump.sql", Comment: "nightly", ModTime: time.Unix(1e9, 0), Extra: []byte("x"), OS: 3}
	g.Write(text)
	g.Close()
	r, err := NewReader(&in)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w, err := r.NewWriter(&out)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(w, r); err != nil {
		t.Fatal(err)
	}
	w.Close()
	again, err := gzip.NewReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(g.Header, again.Header); diff != "" {
		t.Errorf("header (-want +got):\n%s", diff)
	}
}
