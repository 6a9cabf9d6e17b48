package scan

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

func TestLegacy(t *testing.T) {
	for _, test := range []struct {
		in   string
		want bool
	}{
		{"Ïðèâåò, êàê äåëà", true},
		{"KÄ?rli", true},
		{"KÄ? r", false},
		{"ÎÄ¼þ", true},
		{"ÓůÓĂČíĽţ", true},
		{"CU╔NTENOS", true},
		{"Thιβtre", true},
		{"journÇe", true},
		{"ma³y", true},
		{"d‚j…", true},
		{"оПХБЕР", true},
		{"╧ЁштхЄ", true},
		{"caf茅s", true},
		{"TÚl", true},
		{"lŠngre", true},
		{"dŽjˆ", true},
		{"ЮЙРЕХБОУЛЙ", true},
		{"s”rf", true},
		{"bl°d", true},
		{"Da, aºa cred", true},
		{"óáº.txt", true},
		{"where ¡°userland¡± is", true},
		{"¨¦valuer", true},
		{"\u0081eNo more", true},
		{"zvukov€ho", true},
		{"┬├╔ß", true},
		{"§І§С§Х§а", true},
		{"ЗБТБОФБМБ", true},
		{"водны ЯХМЪЪ", true},
		{"юфэюё", true},
		{"БХДХЛНЯРЭ", true},
		{"сبهىّ", true},
		{"œÓ\uf8ffÚÛ„", true},
		{"\uf8ffÂÔ\uf8ffÂ", true},
		{"äSäEäL.: 400", true},
		{"Jos‚ de", true},
		{"M”chtest", true},
		{"QU╔ TER┴", true},
		{"║A║ B│ C═══╗ ‚so‘", false},
		{"ä}äpäsä", true},
		{"â}ü[âPâbâg", true},
		{"’ип свґтла", true},
		{"зґ сповґщень", true},
		{"ус»х у непокору", true},
		{"ґрунт, ґанок, аґрус, маґія, дзиґлик", false},
		{"Ќе одам дома, Љубав и мир, Ћошка", false},
		{"拸楊湖羲 %S 杅擂踱﹝", true},
		{"僼傽僀儖偺曐懚拞:", true},
		{"ﾉﾔﾌﾀ､ﾊ･ｨ･鬘ｼ､ｬﾈｯﾀｸ､ｷ､ﾞ､ｷ､ｿ｡｣", true},
		{"嬪纂縑憮 冖橾 部梱雖", true},
		{"钺煎赅蜞, 扬桉嚓 疋桴", true},
		{"데샌槨콱돨", true},
		{"等僻妏斕腔芞賒", true},
		{"한국어 漢字 병용, 大韓民國 서울特別市", false},
		{"鲟鳇鲤鲫 鳏寡孤独 饕餮", false},
		{"韓璐璐在廈門鼓浪嶼、檳榔嶼與饕餮", false},
		{"薔薇 魑魅魍魎 麒麟 鬱 葡萄", false},
		{"ﾐｽﾞﾎｷﾞﾝｺｳ ｶ)ﾃｽﾄ ﾌﾘｺﾐ", false},
		{"STRAßE ÉCOLE, DÉJÀ", false},
		{"ÉTÉ, été, tämä, äA, é–A–é", false},
		{"Hawai‘i, don’t", false},
		{"МВД, НАТО, УЮП", false},
		{"съезд, эхо и ЩИТ", false},
		{"L’été à Besançon, où créée", false},
		{"říká, že příští", false},
		{"Đường được", false},
		{"Съешь же ещё, МОСКВА", false},
		{"ὁ ἄνθρωπος", false},
		{"na hÉireann", false},
		{"5 µm, 3 kΩ, 10 m², N°5, l·l", false},
		{"iPhone手机app, 中文", false},
		{"GitHubとslack, HTML和CSS", false},
		{"─── │ ───", false},
		{"ÉCOLE ÉÀ", false},
		{"¡¿Qué?! ¡Él, ¡ándale! 5,50£ 12¢, cien £, 5€", false},
		{"┌─┬─┐ ░▒▓ ╔═╗", false},
		{"ΑΘΗΝΑ, ΦΙΛΟΣΟΦΙΑ", false},
		{"ШВЕЦИЯ, ЩЁЛОЧЬ", false},
		{"(｡•́︿•̀｡) ʕ•ᴥ•ʔ", false},
		{"مُحَمَّد، שָׁלוֹם", false},
	} {
		if got := Legacy(test.in); got != test.want {
			t.Errorf("Legacy(%q) = %t, want %t", test.in, got, test.want)
		}
		if test.want && !Suspicious(test.in) {
			t.Errorf("%q is not suspicious", test.in)
		}
	}
}

// twinLegacy is legacy, rune by rune.
func twinLegacy(text string, start, end int) bool {
	ascii := func(i int) rune {
		if i < 0 || i >= len(text) || !latin(text[i]) {
			return ' '
		}
		return rune(text[i])
	}
	before, after := ascii(start-1), ascii(end)
	inside := before != ' ' && after != ' '
	lowers := unicode.IsLower(before) && unicode.IsLower(ascii(start-2))
	runes := []rune(text[start:end])
	if r := runes[len(runes)-1]; end+1 < len(text) && text[end+1] >= 0x80 && strings.ContainsRune("ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_{|}~", rune(text[end])) && unicode.IsLower(r) && loaded().traitOf(r)&latinLetter != 0 {
		return true
	}
	first := loaded().traitOf(runes[0])
	if text[start] >= 0xE3 && loaded().hanRun([]byte(text), start) {
		return true
	}
	if text[start] >= 0xE3 && (text[start] < 0xEF || len(runes) == 1) {
		return len(runes) == 1 && unicode.IsLower(before) && unicode.IsLower(after) && first&lone != 0
	}
	whispered := unicode.IsLower(before) && unicode.IsLower(after)
	titled := end-start == 2 && (unicode.IsLower(after) || strings.HasPrefix(text[end:], "?") && unicode.IsLower(ascii(end+1))) &&
		(unicode.IsUpper(before) || unicode.IsLower(before) && !strings.ContainsRune("ÁÉÍÓÚ", runes[0]))
	if first == oddSign && before != ' ' && len(runes) > 1 && strings.ContainsRune("¢£", runes[0]) {
		return true
	}
	if len(runes) > 1 && strings.ContainsRune("¡¨¦ˇ", runes[0]) && !strings.ContainsRune("ÁÉÍÓÚÑÜáéíóúñ¿¡\u00a0", runes[1]) && loaded().pairClass(runes[1]) != 0 {
		return true
	}
	if before != ' ' && (runes[0] == '‚' || len(runes) == 1 && first == boxSign && unicode.In(runes[0], unicode.So) && strings.ContainsRune("┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬╭╮╯", runes[0])) {
		return true
	}
	if first&latinUpper != 0 && (lowers || titled) || first&midSign != 0 && whispered || first&quoteSign != 0 && before != ' ' && unicode.IsLower(after) ||
		first&(oddSign|boxSign) != 0 && inside || first&otherLetter != 0 && (inside || lowers) {
		return true
	}
	if text[start] == 0xE0 || text[start] == 0xE1 {
		return false
	}
	small := func(r rune) bool {
		return unicode.Is(unicode.Cyrillic, r) && unicode.IsLower(r) && loaded().kindOf(r)&cyrillic != 0
	}
	edge := start == 0 || text[start-1] == ' ' || text[start-1] == '\n'
	if edge && end-start >= 7 && strings.ContainsRune("’‚†‡‰‹", runes[0]) && small(runes[1]) {
		return true
	}
	if i := slices.Index(runes, 'ґ'); i >= 0 && end-start >= 6 {
		if i+1 == len(runes) && small(runes[i-1]) || i+1 < len(runes) && small(runes[i+1]) && !strings.ContainsRune("аеєиіїоуюярл", runes[i+1]) {
			return true
		}
	}
	last, second, row, narrow, odd := trait(0), trait(0), 0, 0, 0
	class, nats := uint(0), uint(0)
	cyrillic, capital, foreign := false, false, false
	for i, r := range text[start:end] {
		if 0xE3 <= text[start+i] && text[start+i] < 0xEF {
			return false
		}
		next := loaded().pairClass(r)
		nats += loaded().pairs.odd(class, next)
		class = next
		if control(r) {
			return true
		}
		k := loaded().traitOf(r)
		row, narrow = row+1, narrow+1
		if k&(latinLetter|oddSign|midSign) == 0 {
			row, narrow = 0, 0
		} else if k&latinWide != 0 {
			narrow = 0
		}
		if c := unicode.Is(unicode.Cyrillic, r) && unicode.IsLetter(r) && r <= lastLetter; c && k != 0 {
			cyrillic, capital = true, capital || unicode.IsUpper(r)
		} else if k != 0 && k != quoteSign {
			foreign = true
		}
		other, box := k&otherLetter != 0, k == boxSign
		if k&oddUpper != 0 {
			odd++
			k = otherUpper
		}
		if narrow == 3 || row == 4 || k == otherUpper && last == otherLower || box && last&otherLetter != 0 || other && last == boxSign ||
			k == otherLower && last == midSign && second == otherLower {
			return true
		}
		last, second = k, last
	}
	limit := uint(oddNats)
	if cyrillic && !foreign && end-start >= shortWord {
		nats += uint(odd)
		if limit = strangeNats - 1; !capital {
			limit++
		} else if end-start < longWord {
			limit--
		}
	}
	return nats > limit && !loaded().ownWriting([]byte(text), start, end)
}

func TestReads(t *testing.T) {
	for _, test := range []struct {
		in   string
		want bool
	}{
		{"ОБЪЯСНИТЕ, что НРАВИТСЯ", false},
		{"ЮЙРЕХБОУЛЙ", false},
		{"юфэюё", false},
		{"naïve", false},
		{"РџСЂРёРІРµС‚", true},
		{"ОБЪЯСНИТЕ РџСЂРё", true},
		{"او ШЁШЇ خلق Щ€ جدلی", true},
		{"KÄ?rli", true},
		{`ОБЪЯСНИТЕ \u00c3\u00a9`, false},
		{"ОБЪЯСНИТЕ \xff", true},
	} {
		if got := Reads(test.in); got != test.want {
			t.Errorf("Reads(%q) = %t, want %t", test.in, got, test.want)
		}
	}
}
