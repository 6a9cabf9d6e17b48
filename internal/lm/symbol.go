package lm

import "unicode"

// A Sym is what the model sees of a rune: bits 0..15 the symbol, 16..23 the
// class, 24..25 the case role, bit 26 whether the rune is cased, bit 27
// whether it is upper case, bit 28 whether the model knows the rune itself.
type Sym uint32

// A Role is what a rune is to the case of the letters after it.
type Role uint8

// RoleBreak are spaces, punctuation and the edge of the text; RoleOther are
// digits and letters without case.
const (
	RoleBreak Role = iota
	RoleLower
	RoleUpper
	RoleOther
)

const (
	// symEdge stands before the first and after the last rune of a cell.
	symEdge = 1
	// firstSym is that of the first rune of the vocabulary. 0 is no symbol: it
	// fills contexts that are shorter.
	firstSym = 2
)

// ID returns the symbol number.
func (s Sym) ID() uint16 { return uint16(s) }

// Class returns the number of the class.
func (s Sym) Class() uint8 { return uint8(s >> 16) }

// Role returns the case role.
func (s Sym) Role() Role { return Role(s>>24) & 3 }

// Cased tells whether the rune is a letter with case.
func (s Sym) Cased() bool { return s&(1<<26) != 0 }

// Upper tells whether the rune is an upper-case letter.
func (s Sym) Upper() bool { return s&(1<<27) != 0 }

// Known tells whether the model has seen the rune itself, not only its class.
func (s Sym) Known() bool { return s&(1<<28) != 0 }

// Fold returns the rune that stands for r in the n-grams: letters in lower case,
// digits as the zero of their script.
func Fold(r rune) rune {
	if r < 0x80 {
		switch {
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		case '0' <= r && r <= '9':
			return '0'
		}
		return r
	}
	if unicode.Is(unicode.Nd, r) {
		for unicode.Is(unicode.Nd, r-1) && r%0x10 != 0 && r%0x10 != 6 {
			r--
		}
		return r
	}
	return unicode.ToLower(r)
}

// caseBits returns the case part of a rune's Sym.
func caseBits(r rune) Sym {
	switch {
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return Sym(RoleUpper)<<24 | 1<<26 | 1<<27
	case unicode.IsLower(r) && unicode.ToUpper(r) != r:
		return Sym(RoleLower)<<24 | 1<<26
	case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
		return Sym(RoleOther) << 24
	}
	return Sym(RoleBreak) << 24
}

// relatives returns the runes that fold to r, r apart.
func relatives(r rune) []rune {
	var out []rune
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		out = append(out, f)
	}
	if r == 'i' { // SimpleFold leaves it apart, since some languages do
		out = append(out, 'İ')
	}
	if unicode.Is(unicode.Nd, r) {
		for i := rune(1); i < 10; i++ {
			out = append(out, r+i)
		}
	}
	return out
}

// CaseOf returns the case role of a rune, whether it is a letter with case,
// and whether it is upper case, for training.
func CaseOf(r rune) (role int, cased, upper bool) {
	s := caseBits(r)
	return int(s.Role()), s.Cased(), s.Upper()
}
