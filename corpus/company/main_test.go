package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	var lines strings.Builder
	for range 60 {
		lines.WriteString("train\tcs\tprose\t1\tčí ČÍ\ntrain\tlv\tprose\t1\tāī\ntrain\tx\tprose\t1\tč\nheld\tx\tprose\t1\tčā\n")
	}
	c, err := count(strings.NewReader(lines.String()))
	if err != nil {
		t.Fatal(err)
	}
	if c.all[0] != 180 || c.letters['č'] != 120 || c.pairs[[2]rune{'í', 'č'}] != 60 || c.pairs[[2]rune{'ā', 'č'}] != 0 {
		t.Fatalf("counts are %v", c)
	}
	got := c.table()
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

func TestCountErrors(t *testing.T) {
	if _, err := count(strings.NewReader("train\tcs\tprose\tmuch\tčí\n")); err == nil {
		t.Error("a weight that is no number is no error")
	}
}
