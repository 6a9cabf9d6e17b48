package codec

// The user's own areas: pairs that Windows' code pages and WHATWG's decoders
// turn into private-use runes, in order, and that x/text lacks. Reading UTF-8
// with these encodings does hit them: in Shift_JIS every emoji does, by its F0.

// userShiftJIS has leads F0..F9, 188 runes each, from U+E000 on.
func userShiftJIS(lead, trail byte) rune {
	if lead < 0xf0 || lead > 0xf9 || trail < 0x40 || trail == 0x7f || trail > 0xfc {
		return 0
	}
	return 0xe000 + rune(lead-0xf0)*188 + without7F(trail)
}

// userGBK has three areas: leads AA..AF and F8..FE with trails A1..FE, and
// leads A1..A7 with trails 40..A0, and single places among the letters.
func userGBK(lead, trail byte) rune {
	switch high := trail >= 0xa1 && trail <= 0xfe; {
	case high && 0xaa <= lead && lead <= 0xaf:
		return 0xe000 + rune(lead-0xaa)*94 + rune(trail-0xa1)
	case high && 0xf8 <= lead && lead <= 0xfe:
		return 0xe234 + rune(lead-0xf8)*94 + rune(trail-0xa1)
	case 0xa1 <= lead && lead <= 0xa7 && 0x40 <= trail && trail <= 0xa0 && trail != 0x7f:
		return 0xe4c6 + rune(lead-0xa1)*96 + without7F(trail)
	}
	return gapGBK(lead, trail)
}

// without7F counts trails from 40 on, leaving out 7F, which is none.
func without7F(trail byte) rune {
	if trail > 0x7f {
		trail--
	}
	return rune(trail - 0x40)
}

func noUserArea(lead, trail byte) rune { return 0 }

// kanaBig5 is what stands from C6A1 to C7FC in the Unicode Consortium's first table of Big5, which Python follows: the places that ETEN's letters, and
// so WHATWG's, have from C6E7 on, and that Windows leaves to the user.
const kanaBig5 = "ヾゝゞ々ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽ" +
	"まみむめもゃやゅゆょよらりるれろゎわゐゑをんァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノ" +
	"ハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶДЕЁЖЗИЙКЛМУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя" +
	"①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽"

var kanaOfBig5 = []rune(kanaBig5)

// userBig5 has the pairs of that table which stand for something else in WHATWG's.
func userBig5(lead, trail byte) rune {
	if lead == 0xa1 || lead == 0xa2 {
		for _, x := range otherCodes[Big5] {
			if x.code == uint16(lead)<<8|uint16(trail) {
				return x.r
			}
		}
		return 0
	}
	i := int(without7F(trail))
	if trail > 0xa0 {
		i -= 0xa1 - 0x80 // no trails stand between
	}
	if i -= 63; lead == 0xc7 {
		i += 157
	} else if lead != 0xc6 {
		return 0
	}
	if trail < 0x40 || trail > 0x7e && trail < 0xa1 || i < 0 || i >= len(kanaOfBig5) {
		return 0
	}
	return kanaOfBig5[i]
}
