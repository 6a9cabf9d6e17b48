package engine_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/engine"
)

// repaired returns a cell with what the engine makes of it.
func repaired(cell string) string { return repairedBy(engine.New(engine.Options{}), cell) }

// comesBack fails unless each cell becomes the text beside it.
func comesBack(t *testing.T, cells map[string]string) {
	t.Helper()
	for in, want := range cells {
		if got := repaired(in); got != want {
			t.Errorf("Cell(%q) gives %q, want %q", in, got, want)
		}
	}
}

func repairedBy(e *engine.Engine, cell string) string {
	var b strings.Builder
	at := 0
	for _, f := range e.Cell(cell) {
		if f.Made {
			b.WriteString(cell[at:f.Start] + f.Readings[0].After)
			at = f.End
		}
	}
	return b.String() + cell[at:]
}

var doublePages = []string{"gbk", "shift_jis", "euc-kr", "big5", "euc-jp"}

func TestDoubleByte(t *testing.T) {
	for _, x := range []struct{ name, in, want string }{
		{"one character is one", "Le caf茅 est ferm茅", "Le café est fermé"},
		{"a letter taken along", "I鈥檓 sure it鈥檚 there", "I’m sure it’s there"},
		{"signs", "拢5 at 25掳C", "£5 at 25°C"},
		{"three for two", "涓\ue15f枃淇℃伅", "中文信息"},
		{"half-width katakana", "ﾃｩtﾃｩ, ﾃｧa, crﾃｨme brﾃｻlﾃｩe", "été, ça, crème brûlée"},
		{"Shift_JIS, a letter taken along", "It窶冱 here, isn窶冲 it", "It’s here, isn’t it"},
		{"EUC-KR", "Le caf챕 est ferm챕", "Le café est fermé"},
		{"a pair lost in front", "I�셫 sure it�셲 there and that�셲 fine", "I’m sure it’s there and that’s fine"},
		{"two bytes lost, each by itself", "I��셫 sure it��셲 there and that��셲 fine", "I’m sure it’s there and that’s fine"},
		{"question marks for them", "The caf챕 is open; it?셲 짙5, and that?셲 fine, isn?셳 it", "The café is open; it’s £5, and that’s fine, isn’t it"},
		{"a byte lost in front of a blank", "鈥淵es,鈥� he said, 鈥渁nd no.鈥�", "“Yes,” he said, “and no.”"},
		{"no page of Windows beneath", "Form獺z獺s: Ellen�rizze, hogy a Markdown form獺z獺s helyesen jelenik-e meg",
			"Formázás: Ellenőrizze, hogy a Markdown formázás helyesen jelenik-e meg"},
		{"letters of which nothing is left", "Teraz m坦g� dok�adnie spojrze� jej", "Teraz mógł dokładnie spojrzeć jej"},
		{"one such letter in a word that tells it", "d�tsk獺 skluzavka", "dětská skluzavka"},
		{"two bytes of three lost", "繧ｬ繝吶�繧ｸ繧ｳ繝ｬ繧ｯ繧ｷ繝ｧ繝ｳ", "ガベージコレクション"},
		{"such letters where nothing shows a page", "Teraz dok�adnie spojrze�", "Teraz dok�adnie spojrze�"},
		{"GBK twice", "Il pr鑼協鑼卹ait", "Il préférait"},
		{"windows-1252 beneath", "Le caf脙漏 est ferm脙漏", "Le café est fermé"},
	} {
		if got := repaired(x.in); got != x.want {
			t.Errorf("%s: Cell(%q) gives %q, want %q", x.name, x.in, got, x.want)
		}
	}
}

// Text of which the page lost nothing comes back.
func TestDoubleByteSamples(t *testing.T) {
	for _, page := range doublePages {
		t.Run(page, func(t *testing.T) {
			texts, right := 0, 0
			for _, s := range corpus.Samples() {
				baked, err := corpus.Damage{Path: corpus.MustPath("utf-8>" + page)}.Bake(s.Text)
				if err != nil || baked.Lost || s.Trap != "" || baked.Text == s.Text {
					continue
				}
				texts++
				if got := repaired(baked.Text); got == s.Text {
					right++
				} else {
					t.Logf("Cell(%q) gives %q, want %q", baked.Text, got, s.Text)
				}
			}
			if texts < 5 || right < texts*95/100 {
				t.Errorf("%d of %d texts come back, want 95%%", right, texts)
			}
		})
	}
}

// wide is clean text of the pages themselves: rare characters, one alone, beside figures and
// Latin letters, half-width katakana, hanja.
var wide = []string{
	"茅", "茅台", "茅盾文学奖", "鈥", "楼", "3楼", "联通", "他姓茅。", "A股", "T恤", "卡拉OK厅", "第3页", "共12项", "路", "中山路 5 号",
	"龘", "𠮷野家", "㐀㐁㐂", "魑魅魍魎", "饕餮", "鬱", "麤", "犇", "淼", "郭沫若 罗贯中", "（中文）", "……", "——", "①②③",
	"ﾃｽﾄ", "ﾃﾞｰﾀ", "ﾅｲｽ", "ﾄｲﾚ", "ｶﾀｶﾅ ﾊﾝｶｸ", "ﾂｲｯﾀｰ", "ﾃ", "日本語のテキスト", "縺れた糸", "繧", "蜈", "窶", "譁",
	"챕터 1", "책", "수", "첫 번째", "大韓民國", "漢字(한자)", "國漢文", "뷁", "똠방각하", "펲시콜라", "챠트", "Lv.5 첩",
	"UI的UX的QA", "A的B的C的D", "SQL的SELECT的WHERE", "UI之Go", "IF之UI之JSON", "JSON之IF之JSON之QA",
	"東京23区", "JR山手線", "Windows用", "PDF形式", "Q&A集", "為山九仞，功虧一簣", "賊", "旦那", "ﾃｽﾄ。", "ﾃﾞｰﾀ。",
}

func TestDoubleByteClean(t *testing.T) {
	for _, text := range wide {
		for _, form := range []string{text, text + "。", "「" + text + "」", text + " " + text, "see " + text + " here", "(" + text + ")"} {
			if got := repaired(form); got != form {
				t.Errorf("Cell(%q) gives %q, want no change", form, got)
			}
		}
	}
}

// A control is a byte of a double-byte page, too, and no € between what stays.
func TestDoubleByteControl(t *testing.T) {
	for _, text := range []string{"髯�ｿ第署萓帶�譛牙歯謇\u0080蜥梧ｰｴ", "險\u0080"} {
		if got := repaired(text); strings.Contains(got, "€") {
			t.Errorf("Cell(%q) gives %q, want no €", text, got)
		}
	}
}

// FuzzDouble checks that what a double-byte page is said to have read is what stands there when it
// is read by that page again, where nothing was lost, and that repairing twice is repairing once.
func FuzzDouble(f *testing.F) {
	for _, s := range corpus.Samples()[:20] {
		for _, page := range doublePages {
			if baked, err := corpus.Bake(s.Text, corpus.MustPath("utf-8>"+page)); err == nil {
				f.Add(baked)
			}
		}
	}
	for _, s := range wide {
		f.Add(s)
	}
	e := engine.New(engine.Options{Likely: true})
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 2000 {
			t.Skip()
		}
		for _, x := range e.Cell(text) {
			before, r := text[x.Start:x.End], x.Readings[0]
			if !x.Made || r.Losses != 0 || strings.Count(r.Path, ">") != 1 {
				continue
			}
			_, name, _ := strings.Cut(r.Path, ">")
			page, ok := codec.Lookup(name)
			if !ok || page.SingleByte() || strings.HasPrefix(r.Path, name) || !strings.HasPrefix(r.Path, "utf-8") {
				continue
			}
			if again, _ := page.AppendDecode(nil, []byte(r.After)); bytesOf(page.ID(), string(again)) != bytesOf(page.ID(), before) {
				t.Errorf("%q is said to be %q by %s, which gives %q", before, r.After, r.Path, again)
			}
		}
		if once := repaired(text); repaired(once) != once {
			t.Errorf("%q gives %q, and that %q", text, once, repaired(once))
		}
	})
}

// bytesOf is text in a double-byte page: programs differ in what some bytes are.
func bytesOf(id codec.ID, text string) string {
	var b strings.Builder
	for _, r := range text {
		if c := codec.CodeOf(id, r); c.N > 0 {
			b.Write(c.Bytes[:c.N])
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
