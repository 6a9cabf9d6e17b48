package scan

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word of its own writing is a run as people write in a script other than
// Latin: letters of the one script, in lower case or with a capital
// first, and no Latin letter beside it. Short words of Cyrillic and Arabic
// are UTF-8 of something in one page or another again and again: "сам", in
// IBM866, is U+182C of Mongolian.
//
// What goes by for it: of damage, words that look just so, and only where no
// other run of the cell shows it. "Рё" for "и" in windows-1251 is one, so that a
// capital needs two letters behind it. Capitals alone are not taken for a word:
// "РЅСЊ" is "нь"; nor are letters of Cyrillic that stand side by side in no text, see
// strange: "юфэюё" is "однос". Nor are three letters, one of them of Serbian or
// Macedonian: "Рђћ" is a dash that was read as IBM855, "пјљ" a wide colon as
// windows-1251. Nor is Thai, whose page makes words of Cyrillic into Thai letters
// alone.

// A kind is what a rune is in such a word: bits.
type kind uint16

const (
	cyrillic kind = 1 << iota // a letter of the script
	greek
	hebrew
	arabic
	unlike // no part of such a word
	upper  // a capital
	letter // in any of the scripts; shifted right by one it is upper
	rare   // a letter of Serbian or Macedonian
	next   // seldom, for the letter before it: shifted right by one, that is this
	seldom // one of Cyrillic that is seldom beside another such
	ghe    // ґ

	scripts = cyrillic | greek | hebrew | arabic
)

// firstLetter and lastLetter bound the scripts.
const (
	firstLetter rune = 0x370
	lastLetter  rune = 0x6FF
	firstByte        = 0xCD // of firstLetter in UTF-8
)

// word tells whether the run that begins at b[i] is a word of its own writing,
// letters alone, and returns its end if so.
func (t *table) word(b []byte, i int) (end int, ok bool) {
	if b[i] < firstByte {
		return i, false
	}
	start := i
	var all, order, before kind
	for i+1 < len(b) {
		w := uint(b[i]) | uint(b[i+1])<<8
		if w&0xC0E0 != 0x80C0 { // no two bytes of UTF-8
			break
		}
		k := t.kinds[w&0x1F<<6|w>>8&0x3F]
		i += 2
		all |= k
		order |= before & k
		before = k >> 1
	}
	if i < len(b) && b[i] >= 0x80 || all&unlike != 0 || order&upper != 0 || all&ghe != 0 && t.ukrainian(b[start:i]) {
		return i, false
	}
	n := (i - start) / 2
	return i, n == 1 || oneWord(all, n) && !besideLatin(b, start, i) && (order&next == 0 || !t.strange(b[start:i], all)) // one letter is no pair
}

// smallCyrillic tells whether a letter of Cyrillic in lower case stands at b[i].
func (t *table) smallCyrillic(b []byte, i int) bool {
	return i < len(b) && t.kindAt(b[i:])&(cyrillic|upper|unlike) == cyrillic
}

// oneWord tells whether letters of these kinds, so many of them, may be a word.
func oneWord(kinds kind, letters int) bool {
	script := kinds & scripts
	if kinds&upper != 0 {
		letters--
	}
	if kinds&rare != 0 {
		letters -= 2
	}
	return script != 0 && script&(script-1) == 0 && letters >= 2
}

// ownRun is ownWriting for the run that begins at b[i], and returns its end if so. Nothing else in
// it is of damage: no sign of those around words is, unless there are three.
func (t *table) ownRun(b []byte, i int) (end int, ok bool) {
	start, signs := i, 0
	for i < len(b) && (b[i] == 0xC2 || b[i] == 0xE2) {
		r, n := utf8.DecodeRune(b[i:])
		if !opens(r) {
			return i, false
		}
		i += n
		signs++
	}
	if i == len(b) || b[i] < firstByte || b[i] >= firstThree {
		return i, false
	}
	var all kind
	letters, ended := 0, false
	for i < len(b) && b[i] >= 0x80 {
		if k := t.kindAt(b[i:]); k != unlike {
			if ended || k&upper != 0 && letters > 0 {
				return i, false
			}
			all |= k
			letters++
			i += 2
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		i += n
		switch {
		case closes(r):
			ended = true
			signs++
		case !joins(r):
			return i, false
		}
	}
	return i, signs < narrowRow && oneWord(all, letters) && (all&ghe == 0 || !t.ukrainian(b[start:i])) && !besideLatin(b, start, i) && !t.strange(b[start:i], all) && !t.twoSigns(b, start)
}

// ownWriting is word for runs that also have signs around the word, and within it
// joiners, apostrophes and marks.
func (t *table) ownWriting(b []byte, start, end int) bool {
	if besideLatin(b, start, end) {
		return false
	}
	whole := b[start:end]
	for start < end {
		r, n := utf8.DecodeRune(b[start:end])
		if !opens(r) {
			break
		}
		start += n
	}
	var all kind
	letters, ended := 0, false
	for i := start; i < end; {
		if k := t.kindAt(b[i:end]); k != unlike {
			if ended || k&upper != 0 && letters > 0 {
				return false
			}
			all |= k
			letters++
			i += 2
			continue
		}
		r, n := utf8.DecodeRune(b[i:end])
		i += n
		if closes(r) {
			ended = true
		} else if !joins(r) {
			return false
		}
	}
	return oneWord(all, letters) && (all&ghe == 0 || !t.ukrainian(whole)) && !t.strange(whole, all)
}

// strangeNats is by how many nats the letters of a word of Cyrillic may be dearer behind each other than
// runes are as a rule, see pairs.go. Of 10,000 words of clean text 40 have more, and 600 of 1,000 of
// five letters and more that another page of Cyrillic made of words in capitals. Words in capitals are no words of
// their own; for them capitals that are rare count, too, and they are let in with one less, short ones with two: see
// legacyRun. Of clean ones it lets in nine in a hundred, of those that were in lower case nine in ten.
const strangeNats = 3

// strange tells whether a run, with letters of these kinds, is what one page of Cyrillic makes of words of
// another. Only those are looked at that hold two letters side by side which seldom are: one word of
// Russian in a thousand, and more than half of those that windows-1251 read as IBM866 makes.
func (t *table) strange(run []byte, kinds kind) bool {
	if kinds&seldom == 0 || len(run) < shortWord {
		return false
	}
	var order, last kind
	var before, nats uint
	for i := 0; i < len(run); {
		class, k := uint(0), kind(0)
		if c := run[i]; c < firstThree && i+1 < len(run) {
			r := uint(c&0x1F)<<6 | uint(run[i+1]&0x3F)
			class, k = uint(t.pairs.two[r]), t.kinds[r]
			i += 2
		} else {
			r, n := utf8.DecodeRune(run[i:])
			class = t.pairClass(r)
			i += n
		}
		order |= last & k
		last = k >> 1
		nats += t.pairs.odd(before, class)
		before = class
	}
	return order&next != 0 && nats > strangeNats
}

// kindAt returns the kind of the rune that b begins with.
func (t *table) kindAt(b []byte) kind {
	if len(b) < 2 || b[0]&0xE0 != 0xC0 || b[1]&0xC0 != 0x80 {
		return unlike
	}
	return t.kinds[int(b[0]&0x1F)<<6|int(b[1]&0x3F)]
}

// opens tells whether r may stand right before a word, closes whether behind
// one, joins whether within one.
func opens(r rune) bool {
	switch r {
	case '«', '“', '„', '”', '‘', '—', '–', '¿', '¡':
		return true
	}
	return false
}

func closes(r rune) bool {
	switch r {
	case '»', '“', '”', '…', '—', '–', '،', '؛', '؟', '۔', '\u00a0':
		return true
	}
	return false
}

func joins(r rune) bool {
	return r == '’' || 0x200C <= r && r <= 0x200F || firstLetter <= r && r <= lastLetter && unicode.Is(unicode.Mn, r)
}

// besideLatin tells whether an ASCII letter stands beside b[start:end].
func besideLatin(b []byte, start, end int) bool {
	return start > 0 && latin(b[start-1]) || end < len(b) && latin(b[end])
}

func latin(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// kindOf returns the kind of a rune.
func kindOf(r rune) kind {
	k := unlike
	switch {
	case !unicode.IsLetter(r):
	case unicode.Is(unicode.Cyrillic, r):
		k = letter | cyrillic
	case unicode.Is(unicode.Greek, r):
		k = letter | greek
	case unicode.Is(unicode.Hebrew, r):
		k = letter | hebrew
	case unicode.Is(unicode.Arabic, r):
		k = letter | arabic
	}
	switch { // what the rectangles of the marks do not tell from letters
	case r == 0x3A2, r == 0x3CF:
		return letter | greek
	case 0x5EB <= r && r <= 0x5EF:
		return letter | hebrew
	case 0x640 <= r && r < 0x670: // marks and digits stand among letters
		return letter | arabic
	}
	if k != unlike && unicode.IsUpper(r) {
		k |= upper
	}
	if strings.ContainsRune("ЂЃЈЉЊЋЌЏђѓјљњћќџ", r) {
		k |= rare
	}
	if r == 'ґ' {
		k |= ghe
	}
	if strings.ContainsRune("фхшъэю", r) {
		k |= seldom | next
	}
	return k
}
