package made

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A frame is a style of box drawing: corners and joints of the top, middle and
// bottom line, then the horizontal and the vertical one.
type frame struct {
	top, middle, bottom [3]string
	across, down        string
}

var frames = []frame{
	{[3]string{"┌", "┬", "┐"}, [3]string{"├", "┼", "┤"}, [3]string{"└", "┴", "┘"}, "─", "│"},
	{[3]string{"╔", "╦", "╗"}, [3]string{"╠", "╬", "╣"}, [3]string{"╚", "╩", "╝"}, "═", "║"},
	{[3]string{"╭", "┬", "╮"}, [3]string{"├", "┼", "┤"}, [3]string{"╰", "┴", "╯"}, "─", "│"},
	{[3]string{"┏", "┳", "┓"}, [3]string{"┣", "╋", "┫"}, [3]string{"┗", "┻", "┛"}, "━", "┃"},
	{[3]string{"╓", "╥", "╖"}, [3]string{"╟", "╫", "╢"}, [3]string{"╙", "╨", "╜"}, "─", "║"},
	{[3]string{"+", "+", "+"}, [3]string{"+", "+", "+"}, [3]string{"+", "+", "+"}, "-", "|"},
}

// box is one line of a box or of a table drawn with lines.
func (g gen) box() string {
	f := frames[g.IntN(len(frames))]
	cols := 1 + g.IntN(4)
	if g.hit(45) {
		cells := make([]string, cols)
		for i := range cells {
			cells[i] = " " + g.word() + strings.Repeat(" ", 1+g.IntN(4))
		}
		return f.down + strings.Join(cells, f.down) + f.down
	}
	ends := [][3]string{f.top, f.middle, f.bottom}[g.IntN(3)]
	rules := make([]string, cols)
	for i := range rules {
		rules[i] = strings.Repeat(f.across, 2+g.IntN(14))
	}
	s := ends[0] + strings.Join(rules, ends[1]) + ends[2]
	if g.hit(15) {
		return strings.Replace(s, f.across+f.across, " "+g.word()+" ", 1)
	}
	return s
}

// tree is one line of a directory tree.
func (g gen) tree() string {
	s := strings.Repeat(g.pick("│   ", "    ", "│\u00a0\u00a0 ", "┃ ", "|   "), g.IntN(3))
	s = strings.TrimLeft(s, " ")
	s += g.pick("├── ", "└── ", "├─ ", "└─ ", "├──", "└──", "╰─ ", "┣━ ", "├─┬ ", "|-- ", "`-- ")
	name := g.pick(g.Words...)
	if g.hit(50) {
		name = strings.ReplaceAll(name, " ", g.pick("_", "-", " ")) + g.pick(".txt", ".md", ".go", ".html", "/", ".jpg", ".csv", ".PDF")
	}
	return s + name
}

// table is a row of a table in text: Markdown, or columns.
func (g gen) table() string {
	sep := g.pick(" | ", "|", " │ ", "  ", " ¦ ", " · ", " ‖ ")
	s := g.join(2+g.IntN(4), sep, func() string {
		return g.pick(g.word(), g.word(), g.of("✓ ✗ – — ✔ ✘ ∅ ? ∞ ½ ● ○ n/a ±0 ⅓ ☑"), g.figureOrSign())
	})
	return g.pick("", "| ", "│ ") + s + g.pick("", " |", " │")
}

func (g gen) figureOrSign() string {
	if len(g.Locales) > 0 {
		return g.figureOf()
	}
	return g.of(currency)
}

// Parts of kaomoji: arms, cheeks, eyes, mouths. Eyes come in pairs.
const (
	armsLeft  = "ヽ o ╰ ┐ ٩ ᕙ ლ つ ┬─┬ ᕦ ¯\\_ ε= ~ ♪ ☆ ┌"
	armsRight = "ノ o ╯ ┌ ۶ ᕗ ლ つ ︵┻━┻ ┘ _/¯ ノ♡ ~ ♪ ☆ ﾉ b d ゞ"
	eyes      = "• ◕ ಠ ^ ˘ ° ╥ T ಥ ಢ ㆆ ʘ ◉ ≧ ＾ ´ ￣ ・ ⊙ ⌒ Ò ó ⇀ ¬ ͡° ツ ω ⚆ ≖ ✿ ♥ ☆ ◔ ┬ • ò ᵔ"
	mouths    = "_ ‿ ‿‿ ω ▽ ∀ ᴥ ᗜ 益 ‸ ﹏ ʖ . □ o Д д 人 ヮ 3 ε ︿ Ĺ̯ ﹃ ‾ ᴗ ڡ _ʖ ᆺ ~ 。"
)

// kaomoji is a face made of signs of many scripts.
func (g gen) kaomoji() string {
	if g.hit(15) {
		return g.pick(`¯\_(ツ)_/¯`, "(╯°□°)╯︵ ┻━┻", "┬─┬ノ( º _ ºノ)", "ʕ•ᴥ•ʔ", "( ͡° ͜ʖ ͡°)", "ಠ_ಠ", "(づ｡◕‿‿◕｡)づ", "(ノಠ益ಠ)ノ彡┻━┻", "(｡♥‿♥｡)", "ヽ(´▽`)/", "（＾ｖ＾）", "(・_・)", "m(_ _)m", "(•̀ᴗ•́)و ̑̑", "♪(´ε` )", "ᕕ( ᐛ )ᕗ", "(¬‿¬)", "☜(ﾟヮﾟ☜)", "(ง'̀-'́)ง")
	}
	eye := g.of(eyes)
	face := eye + g.of(mouths) + g.pick(eye, eye, eye, g.of(eyes))
	cheek := g.pick("", "", "", "｡", "*", "´", "///", "✿")
	open, end := g.pick("(", "(", "(", "（", "ʕ", "[", "( "), g.pick(")", ")", ")", "）", "ʔ", "]", " )")
	return g.pick("", "", g.of(armsLeft)) + open + cheek + face + cheek + end + g.pick("", "", g.of(armsRight))
}

const (
	ipaConsonants = "p b t d k ɡ ʔ m n ŋ ɲ r ɾ ʁ ʀ ɸ β f v θ ð s z ʃ ʒ ç x ɣ χ h ɦ l ɫ ʎ ɬ j w ɹ ɻ tʃ dʒ ts pʰ tʰ kʰ ʈ ɖ ʂ ʐ ɕ ʑ"
	ipaVowels     = "i y ɨ ʉ ɯ u ɪ ʏ ʊ e ø ə ɵ o ɛ œ ɜ ʌ ɔ æ ɐ a ɑ ɒ ã ɛ̃ ɔ̃ œ̃ iː uː aː ɑː ɔː eɪ aɪ əʊ"
)

// ipa is a transcription of made-up syllables.
func (g gen) ipa() string {
	s := g.join(1+g.IntN(4), g.pick(".", "", "."), func() string {
		return g.pick("", "", "ˈ", "ˌ") + g.pick("", g.of(ipaConsonants)) + g.of(ipaConsonants) + g.of(ipaVowels) + g.pick("", g.of(ipaConsonants))
	})
	open, end := "[", "]"
	if g.hit(40) {
		open, end = "/", "/"
	}
	return g.pick("", g.pick(g.Words...)+" ", g.pick(g.Words...)+", ") + open + s + end
}

// fancy writes a word in look-alike letters: full width, circled, mathematical.
func (g gen) fancy(w string) string {
	base := []rune{'Ａ', 'Ⓐ', '𝐀', '𝑨', '𝓐', '𝕬', '𝖠', '𝙰', '🅰'}[g.IntN(9)]
	var b strings.Builder
	for _, r := range w {
		switch {
		case base == '🅰' && unicode.IsLetter(r) && r < utf8.RuneSelf:
			b.WriteRune(base + unicode.ToUpper(r) - 'A')
		case 'A' <= r && r <= 'Z':
			b.WriteRune(base + r - 'A')
		case 'a' <= r && r <= 'z' && base == 'Ａ':
			b.WriteRune('ａ' + r - 'a')
		case 'a' <= r && r <= 'z':
			b.WriteRune(base + 26 + r - 'a')
		case '0' <= r && r <= '9' && base == 'Ａ':
			b.WriteRune('０' + r - '0')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
