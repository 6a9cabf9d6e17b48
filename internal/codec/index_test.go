package codec

import (
	"testing"
	"unicode"
)

// rolesBySearch is the plain twin of RolesOf: it asks every codec.
func rolesBySearch(r rune) (roles Roles, known bool) {
	for _, c := range All() {
		b, ok := c.EncodeRune(r)
		if !ok || !c.SingleByte() {
			continue
		}
		known = true
		switch set := uint64(1) << c.ID(); {
		case 0x80 <= b && b <= 0xbf:
			roles.Trail |= set
		case 0xc2 <= b && b <= 0xdf:
			roles.Lead2 |= set
		case 0xe0 <= b && b <= 0xef:
			roles.Lead3 |= set
		case 0xf0 <= b && b <= 0xf4:
			roles.Lead4 |= set
		}
	}
	return roles, known
}

func TestRolesOfAgreesWithEncodeRune(t *testing.T) {
	known := 0
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		if r == 0x20000 {
			r = 0xf0000 // planes without a codec
		}
		want, ok := rolesBySearch(r)
		got := RolesOf(r)
		if (got != nil) != ok {
			t.Fatalf("RolesOf(%U) = %v, but known = %t", r, got, ok)
		}
		idx, indexed := runeIndexOf(r)
		if indexed != ok {
			t.Fatalf("runeIndexOf(%U) = %d, %t, want %t", r, idx, indexed, ok)
		}
		if !ok {
			continue
		}
		if *got != want {
			t.Errorf("RolesOf(%U) = %x, want %x", r, *got, want)
		}
		if int(idx) != known || RuneAt(idx) != r {
			t.Errorf("runeIndexOf(%U) = %d, want %d; RuneAt = %U", r, idx, known, RuneAt(idx))
		}
		known++
	}
	if NumRunes() != known {
		t.Errorf("NumRunes() = %d, want %d", NumRunes(), known)
	}
}

func TestRolesOfSamples(t *testing.T) {
	w1252, cp437, koi := Windows1252.Set(), IBM437.Set(), KOI8R.Set()
	if r := RolesOf('Ã'); r.Lead2&w1252 == 0 || r.Trail&w1252 != 0 {
		t.Errorf("RolesOf('Ã') = %x, want windows-1252 in Lead2 alone", *r)
	}
	if r := RolesOf('â'); r.Lead3&w1252 == 0 || r.Trail&cp437 == 0 {
		t.Errorf("RolesOf('â') = %x, want windows-1252 in Lead3, ibm437 in Trail", *r)
	}
	if r := RolesOf('ð'); r.Lead4&w1252 == 0 {
		t.Errorf("RolesOf('ð') = %x, want windows-1252 in Lead4", *r)
	}
	if r := RolesOf('\u0092'); r.Trail&w1252 == 0 || r.Trail&koi != 0 {
		t.Errorf("RolesOf(U+0092) = %x, want windows-1252 in Trail, koi8-r not", *r)
	}
	for _, r := range []rune{-1, 0, 'a', 0x7f, '中', 0x1f600, unicode.MaxRune, unicode.MaxRune + 1} {
		if got := RolesOf(r); got != nil {
			t.Errorf("RolesOf(%U) = %x, want nil", r, *got)
		}
	}
}

func TestIndexAllocatesNothing(t *testing.T) {
	index()
	n := testing.AllocsPerRun(100, func() {
		for _, r := range "aÃ©â€™中" {
			RolesOf(r)
			ByteOf(Windows1252, r)
			runeIndexOf(r)
		}
	})
	if n != 0 {
		t.Errorf("%v allocations, want 0", n)
	}
}

var sink uint64

func BenchmarkRolesOf(b *testing.B) {
	runes := []rune("Ã©â€™–éÂ 中я")
	for i := 0; b.Loop(); i++ {
		if r := RolesOf(runes[i&7]); r != nil {
			sink += r.Trail
		}
	}
}

func BenchmarkByteOf(b *testing.B) {
	runes := []rune("Ã©â€™–éÂ 中я")
	for i := 0; b.Loop(); i++ {
		v, _ := ByteOf(Windows1252, runes[i&7])
		sink += uint64(v)
	}
}

func BenchmarkNewRuneIndex(b *testing.B) {
	for b.Loop() {
		newRuneIndex()
	}
}

// runeIndexOf returns the place of r that RuneAt wants; ok is false if it has none.
func runeIndexOf(r rune) (idx uint16, ok bool) {
	n := index().number(r)
	return n - 1, n != 0
}
