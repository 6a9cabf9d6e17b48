package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCompany(t *testing.T) {
	var lines strings.Builder
	for range 60 {
		lines.WriteString("train\tcs\tprose\t1\tčí ČÍ\ntrain\tlv\tprose\t1\tāī\ntrain\tx\tprose\t1\tč\nheld\tx\tprose\t1\tčā\n")
	}
	name := filepath.Join(t.TempDir(), "lines.tsv")
	if err := os.WriteFile(name, []byte(lines.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	c := newCompanyCounts()
	if err := eachLine(name, []string{"train"}, c.add); err != nil {
		t.Fatal(err)
	}
	if c.all[0] != 180 || c.letters['č'] != 120 || c.pairs[[2]rune{'í', 'č'}] != 60 || c.pairs[[2]rune{'ā', 'č'}] != 0 {
		t.Fatalf("counts are %v", c)
	}
	out := filepath.Join(t.TempDir(), "company.bin")
	if err := writeCompany(name, out); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	letters := []byte{4, 'í', 0, 0x01, 1, 0x0D, 1, 0x2B, 1} // í ā č ī
	if !bytes.HasPrefix(got, letters) {
		t.Fatalf("the table begins with % x, want % x", got[:len(letters)], letters)
	}
	sign := func(b byte) int {
		switch v := int8(b); {
		case v > 0:
			return 1
		case v < 0:
			return -1
		}
		return 0
	}
	want := []int{-1, 1, -1, -1, 1, -1} // āí, čí, čā, īí, īā, īč
	for i, w := range want {
		if sign(got[len(letters)+i]) != w {
			t.Errorf("pair %d is %d, want its sign to be %d", i, int8(got[len(letters)+i]), w)
		}
	}
	if rest := got[len(letters)+len(want):]; !bytes.Equal(rest, []byte{0, 0}) {
		t.Errorf("behind Latin is % x, want no letters of Cyrillic and Arabic", rest)
	}
}

func TestCompanyErrors(t *testing.T) {
	dir := t.TempDir()
	name, out := filepath.Join(dir, "lines.tsv"), filepath.Join(dir, "company.bin")
	if err := os.WriteFile(name, []byte("train\tcs\tprose\tmuch\tčí\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := writeCompany(name, out); err == nil {
		t.Error("a weight that is no number is no error")
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a table was written of lines with an error")
	}
}
