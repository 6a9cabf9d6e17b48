package scan

import (
	"unicode"
	"unicode/utf8"
)

// Letters is a set of letters of Latin beyond ASCII, as [Letters.Strange] gathers them. The zero value is empty.
type Letters [2]uint64

// firstLatin and lastLatin bound the letters that are told from each other.
const (
	firstLatin rune = 0xC0
	lastLatin  rune = 0x17F
)

// alphabets are the letters beyond ASCII of languages in Latin letters, those of loan words that are usual there among them.
var alphabets = setsOf("àâæçéèêëîïôœùûüÿñ", "äöüßéàèêô", "áéíñóúüç", "àáâãçéêíóôõúü", "àèéìíîòóùú", "àçèéíïòóúüñ", "âêîôûùüñéà",
	"áéëèêïíóöüúäçĳ", "åäöéàüèáëç", "æøåéàêôòóèäöüâ", "áðéíóúýþæö", "äöåšžéü", "äöüõšžé", "āčēģīķļņōŗšūž", "ąčęėįšųūž", "ąćęłńóśźż",
	"áčďéěíňóřšťúůýžöü", "áäčďéíĺľňóôŕšťúýžě", "áéíóöőúüű", "ăâîşţéà", "čćđšž", "çğıöşüâîû", "âêîôûŵŷáéíóúàèìòùäëïöü", "çë",
	"ċġħżàèìòù", "ĉĝĥĵŝŭ", "áčđŋšŧžåäöâõ", "äëéöüôàâèê", "âêôûúéëïüá", "êëéèîïôöûúáí", "áâêéíóôàăđĩũảãèìòùúýõ", "čćěłńóřšžź",
	"çêîşûéä", "äçňöşüýž", "āēīōū", "āáàēéèěīíìōóòūúùü", "àèéòñìù", "áàéèíìóòúùñ")

func setsOf(alphabets ...string) (sets []Letters) {
	for _, letters := range alphabets {
		var x Letters
		for _, r := range letters {
			x.add(r)
		}
		sets = append(sets, x)
	}
	return sets
}

// add adds a letter, a capital as its small letter.
func (x *Letters) add(r rune) {
	small := unicode.ToLower(r)
	if r == 'İ' {
		small = 'ı'
	}
	n := uint(small - firstLatin)
	if small >= 0x100 { // capital and small letter are neighbours
		n = 64 + uint(small-0x100)>>1
	}
	x[n>>6&1] |= 1 << (n & 63)
}

// Strange adds the letters of Latin in text to the set, up to the first one that no language's alphabet has together with those before, and
// returns its index; len(text) if there is none. Text of one language that was read as a near page of its own has such soon: `Eðer` and
// `çözümü` stand in no other, and nothing else in them looks damaged.
func (x *Letters) Strange(text []byte) int {
	for i := 0; ; {
		if i = ascii(text, i); i >= len(text) {
			return len(text)
		}
		r, n := utf8.DecodeRune(text[i:])
		if firstLatin <= r && r <= lastLatin && r != 0xD7 && r != 0xF7 {
			before := *x
			if x.add(r); *x != before && !x.anyHas() {
				return i
			}
		}
		i += n
	}
}

// anyHas tells whether some alphabet has all letters of a set.
func (x *Letters) anyHas() bool {
	for i := range alphabets {
		if a := &alphabets[i]; x[0]&^a[0]|x[1]&^a[1] == 0 {
			return true
		}
	}
	return false
}
