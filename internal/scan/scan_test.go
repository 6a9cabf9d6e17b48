package scan

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/internal/cells"
	"github.com/unbake/unbake/internal/codec"
)

func TestSuspicious(t *testing.T) {
	for _, test := range []struct {
		name, in string
		want     bool
	}{
		{"empty", "", false},
		{"ascii", "plain text\n", false},
		{"lone accents", "Il était né à Besançon, près de la forêt\n", false},
		{"damage", "cafÃ© de la gare", true},
		{"damage, three bytes", "itâ€™s", true},
		{"damage, nothing else", "Ã©", true},
		{"last trail lost", "â€ he said", true},
		{"space for NBSP", "Ã bien", true},
		{"lost at the end", "voilÃ", true},
		{"lost at the end of a line", "voilÃ\nplus", true},
		{"Portuguese", "NÃO e mãe", false},
		{"replaced", "Ã\uFFFD", true},
		{"replaced, no lead", "\uFFFD", false},
		{"replaced, not UTF-8", "Ã\xff\xff", false},
		{"dagger", "data† more", true},
		{"control", "it\u0092s", true},
		{"straightened", `â"¢`, true},
		{"straight quote", `câ"`, true},
		{"russian", "Съешь же ещё этих мягких французских булок, там сам Её\n", true}, // "Её" reads as "Ÿ"
		{"russian words", "Съешь же ещё этих мягких французских булок, там сам\n", false},
		{"russian quoted", "«Сколько» стоит там", false},
		{"russian damaged", "РџСЂРёРІРµС‚", true},
		{"russian among Latin", "StraГџe", true},
		{"dash as IBM855", "yes Рђћ no", true},
		{"serbian", "пријатељ каже: шта ће бити", false},
		{"czech", "říká, že příští", false},
		{"french", "l’été, c’è, l’École, qu’À", false},
		{"thai", "เมื่อเช้านี้ยายทำข้าวต้มอร่อยมาก", false},
		{"thai damaged", "ะฝะฐ", true},
		{"folded", "gusztã¡v", true},
		{"quote lost", `áº'áº"ayet`, true},
		{"polish", "ść, ŚĆ i Ół", false},
		{"german damaged", "StraÃŸe, ÃŸ", true},
		{"romanian damaged", "bÄƒiatul", true},
		{"Не", "Не", false},
		{"Рё", "Рё", true},
		{"ukrainian", "Він об’єднав Дім", false},
		{"greek", "Πόσο κάνει ένα εισιτήριο", false},
		{"persian joiner", "می\u200cشود", false},
		{"chinese", "快速的棕色狐狸跳过了懒狗。", false},
		{"emoji", "so 😀😀 it is", false},
		{"not UTF-8", "caf\xe9 \xc3\x28 \xf0\x9f", false},
		{"cut", "\xc3", false},
		{"a run of a cell's length", strings.Repeat("中", cells.Max/3+1), true},
		{"a long run", strings.Repeat("中", cells.Max/3-1), false},
	} {
		if got := Suspicious(test.in); got != test.want {
			t.Errorf("%s: Suspicious(%q) = %t, want %t", test.name, test.in, got, test.want)
		}
		if got := Suspicious([]byte(test.in)); got != test.want {
			t.Errorf("%s: bytes: Suspicious(%q) = %t, want %t", test.name, test.in, got, test.want)
		}
	}
}

// TestCleanStops: what stands before the first suspicious run is counted, at
// every distance from the steps of 8 and 64 bytes.
func TestCleanStops(t *testing.T) {
	for n := range 200 {
		text := strings.Repeat("x", n) + "Ã© and more"
		if got := Clean(text); got != n {
			t.Errorf("Clean(%q) = %d, want %d", text, got, n)
		}
	}
}

// twin is clean, rune by rune, the codecs by their roles.
func twin(text string) int {
	for i := 0; i < len(text); {
		if text[i] < 0x80 {
			i++
			continue
		}
		end := i
		for end < len(text) && text[end] >= 0x80 {
			end++
		}
		if _, ok := thaiRun([]byte(text), i); ok {
			i = end
			continue
		}
		if end-i >= cells.Max || twinRun(text, i, end) || doubleByte([]byte(text), i) || twinLegacy(text, i, end) {
			return i
		}
		i = end
	}
	return len(text)
}

// twinText is CleanText by twin.
func twinText(text string) int {
	n := twin(text)
	for i := 0; i < n; {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			for i > 0 && text[i-1] >= 0x80 {
				i--
			}
			return i
		}
		i += size
	}
	return n
}

func twinRun(text string, start, end int) bool {
	if rest := strings.TrimLeftFunc(text[start:end], func(r rune) bool { return 0x300 <= r && r < 0x370 }); rest != "" && len(rest) < end-start {
		// marks that were taken off their letters, and a trail behind them
		if r, _ := utf8.DecodeRuneInString(rest); r != utf8.RuneError {
			if roles := codec.RolesOf(r); roles != nil && roles.Trail != 0 {
				return true
			}
		}
	}
	if start > 0 && text[start-1] == 'G' && end-start > 2 && strings.HasPrefix(text[start:], "Ç") {
		return true
	}
	if rest, ok := strings.CutPrefix(text[start:end], "€"); ok && utf8.RuneCountInString(rest) == 1 && strings.HasPrefix(rest, "\xe2\x80") {
		letter := func(i int) bool { return 0 <= i && i < len(text) && ('a' <= text[i]|0x20 && text[i]|0x20 <= 'z') }
		if letter(start-1) || letter(end) {
			return true
		}
	}
	var need [4]uint64 // codecs that wait for so many trails
	var pairs, stray, leads uint64
	for i := start; i < end; {
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		next := "\n" // the end of the cell
		if i < len(text) {
			next = text[i : i+1]
		}
		switch {
		case r == utf8.RuneError && n == 1:
		case r == '†', control(r),
			r == 0xFFFD && leads != 0,
			r == 'Ã' && strings.ContainsAny(next, " ?\r\n"),
			r == 'Ã' && capitalLost(text[:i-n], text[i:]),
			r == 'â' && apostropheLost(text[:i-n], text[i:]),
			r == 'Â' && next == " " && i-n > 0 && EndsText(text[i-n-1]),
			r == 'â' && strings.ContainsAny(next, `"'?`):
			return true
		}
		roles := codec.RolesOf(r)
		if roles == nil {
			need, leads = [4]uint64{}, 0
			continue
		}
		leads = roles.Lead2 | roles.Lead3 | roles.Lead4
		waiting := need[1] | need[2] | need[3]
		pairs |= waiting & roles.Trail
		if wordRune(r) {
			stray |= roles.Trail &^ waiting
		}
		need = [4]uint64{0,
			need[2]&roles.Trail | roles.Lead2,
			need[3]&roles.Trail | roles.Lead3,
			roles.Lead4}
	}
	found := pairs &^ stray
	return found != 0 && !loaded().ownWriting([]byte(text), start, end) && !loaded().readsNothing([]byte(text), start, end, found)
}

// capitalLost and apostropheLost are beheaded and contracted, by words.
func capitalLost(before, rest string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	return !unicode.IsLetter(last) && len(rest) > 1 && strings.Trim(rest[:2], "abcdefghijklmnopqrstuvwxyz") == ""
}

func apostropheLost(before, rest string) bool {
	tail := rest
	if i := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		tail = rest[:i]
	}
	endings := map[string]string{"t": "n", "m": "I", "s": "", "d": "Iuyewtdo", "ll": "Iuyewtdo", "ve": "Iuyewtdo", "re": "Iuyewtdo"}
	letters, ok := endings[tail]
	if !ok || before == "" || !latin(before[len(before)-1]) {
		return false
	}
	return letters == "" || strings.Contains(letters, before[len(before)-1:])
}

// checkTwin compares with the twin, and with the cells that text is cut into:
// text that may go by holds no cell that may not.
func checkTwin(t *testing.T, text string) {
	t.Helper()
	n := Clean(text)
	if i := nextEscapeIn([]byte(text), 0, len(text)); i < len(text) {
		if want := twin(text); n > want {
			t.Fatalf("Clean(%q) = %d, want %d at most", text, n, want)
		}
		return // which the twin does not read
	}
	if want := twin(text); n != want {
		t.Fatalf("Clean(%q) = %d, want %d", text, n, want)
	}
	if got, want := CleanText([]byte(text)), twinText(text); got != want {
		t.Fatalf("CleanText(%q) = %d, want %d", text, got, want)
	}
	if n < len(text) {
		return
	}
	for i := 0; i < len(text); {
		size, step := cells.Next(text[i:])
		if Suspicious(text[i : i+size]) {
			t.Fatalf("nothing is suspicious in %q but its cell %q", text, text[i:i+size])
		}
		i += step
	}
}

func TestTwin(t *testing.T) {
	paths := []string{"utf-8>windows-1252", "utf-8>windows-1251", "utf-8>ibm866", "utf-8>macintosh",
		"utf-8>windows-874", "utf-8>windows-1252+dropped-byte", "utf-8>windows-1252>windows-1252"}
	for _, s := range corpus.Samples() {
		checkTwin(t, s.Text)
		for _, p := range paths {
			if baked, err := corpus.Bake(s.Text, corpus.MustPath(p)); err == nil {
				checkTwin(t, baked)
				for i := range min(len(baked), 80) {
					checkTwin(t, baked[i:])
				}
			}
		}
	}
}

// TestOneByte: a rune is one byte of a codec at most, which the machine relies on.
func TestOneByte(t *testing.T) {
	for i := range codec.NumRunes() {
		r := codec.RuneAt(uint16(i))
		roles := codec.RolesOf(r)
		leads := roles.Lead2 | roles.Lead3 | roles.Lead4
		if leads&roles.Trail != 0 || leads&remnant != 0 || roles.Trail&remnant != 0 {
			t.Errorf("%q leads in %x and trails in %x", r, leads, roles.Trail)
		}
	}
}

func TestNoAllocation(t *testing.T) {
	text := benchTexts()["multilingual"][:32<<10]
	Clean(text)
	if n := testing.AllocsPerRun(10, func() { throughAll(text) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzTwin(f *testing.F) {
	for _, s := range []string{"cafÃ©", "itâ€™s", "«Сколько»", "сам Её там", "\xc3\xa9\xff\xe2\x80", "voilÃ\r\n", "ยายทำ", "😀Ã\uFFFD"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checkTwin(t, text) })
}
