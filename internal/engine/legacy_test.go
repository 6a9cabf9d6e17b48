package engine_test

import (
	"strings"
	"testing"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/internal/engine"
)

// read returns the text with what is made, and the path of the first finding.
func read(e *engine.Engine, text string) (out, path string) {
	done := 0
	for _, f := range e.Cell(text) {
		if path == "" && len(f.Readings) > 0 {
			path = f.Readings[0].Path
		}
		if f.Made {
			out += text[done:f.Start] + f.Readings[0].After
			done = f.End
		}
	}
	return out + text[done:], path
}

// Whole words of another script, single letters where a sign stands in their place, and
// double-byte pages, each by itself.
var legacyTexts = []struct{ path, text string }{
	{"windows-1251>windows-1252", "Привет, как дела?"},
	{"windows-1251>iso-8859-1", "Фильтрующий элемент"},
	{"windows-1251>windows-1250", "Быстрый доступ к настройкам"},
	{"koi8-r>windows-1251", "Привет, Москва и область"},
	{"koi8-r>windows-1252", "Сегодня хорошая погода"},
	{"windows-1251>koi8-r", "Привет, Москва и область"},
	{"ibm866>windows-1251", "Установка завершена успешно"},
	{"windows-1251>ibm866", "Установка завершена успешно"},
	{"windows-1253>windows-1252", "Καλημέρα σας, πώς είστε;"},
	{"windows-1255>windows-1252", "שלום לכולם, מה שלומכם היום"},
	{"windows-1256>windows-1252", "مرحبا بكم في موقعنا الجديد"},
	{"windows-874>windows-1252", "สวัสดีครับ ยินดีต้อนรับ"},
	{"gbk>windows-1252", "文件已经保存到磁盘"},
	{"gbk>windows-1250", "御用软件"},
	{"shift_jis>windows-1252", "ファイルを保存しました"},
	{"euc-kr>windows-1252", "한국어 문서입니다"},
	{"big5>windows-1252", "檔案已經儲存完畢"},
	{"iso-8859-2>windows-1252", "Następnie możesz się zalogować do systemu, źródło"},
	{"windows-1252>ibm437", "Les élèves préfèrent l'été à Besançon"},
	{"windows-1252>ibm850", "Größe ändern und schließen, natürlich"},
	{"ibm850>windows-1252", "El niño comió rápidamente después de la función"},
	{"macintosh>windows-1252", "Les élèves préfèrent l’été à Besançon"},
	{"windows-1252>macintosh", "Les élèves préfèrent l’été à Besançon"},
	{"windows-1252>windows-1253", "Théâtre des élèves préférés"},
	{"windows-1252>windows-1251", "Les élèves préfèrent l’été à Besançon"},
	{"gbk>ibm437", "不可捉摸的东西"},
	{"gbk>windows-1251", "Радостен свободен стил"},
	{"windows-1251>macintosh", "Енергетика"},
	{"windows-1251>windows-1256", "тамилско писмо"},
	{"windows-1251>windows-1253", "Офіційна резиденція посла"},
	{"ibm866>windows-1251", "Подигнат рабник"},
	{"shift_jis>windows-1252", "‘No more it has,’ said Charley."},
	{"windows-1256>windows-1252", "وَلَا حَاجَةٍ دَعَتْ"},
	{"iso-8859-5>windows-1251", "гормони"},
	{"ibm855>ibm866", "Видалити записи"},
	{"windows-1251>windows-1252", "выход"},
	{"windows-1251>windows-1252", "прізвище"},
	{"koi8-r>windows-1251", "настойте"},
	{"x-mac-cyrillic>windows-1251", "Бібліотеки світла"},
	{"gbk>iso-8859-1>iso-8859-1", "エラーを修復して%Sを再起動"},
	{"gbk>iso-8859-1>windows-1252", "注釈を折りたたむ、文書を作成してください。"},
	{"gbk>big5", "从 %s 下载到最新版本。"},
	{"gbk>x-big5-unicode", "内置着色器（到场景文件中）。"},
	{"shift_jis>gbk", "ファイルの保存中:"},
	{"big5>gbk", "您的網路連線已經中斷"},
	{"euc-jp>shift_jis", "不明なエラーが発生しました。"},
	{"euc-kr>big5", "위치에서 파일 끝까지"},
	{"x-big5-unicode>windows-1252", "ライブラリに項目を表示"},
	{"ibm737>ibm437", "Πατήστε εδώ για αναζήτηση"},
	{"ibm737>ibm850", "Άνοιγμα του αρχείου"},
	{"ibm862>ibm437", "פתיחת הקובץ האחרון"},
	{"dos-720>ibm850", "تعذر العثور على الملف"},
	{"windows-1255>ibm437", "פתיחת הקובץ האחרון"},
	{"ibm866>ibm850", "Не удалось открыть файл"},
	{"windows-1251>gbk", "Всички елементи са преместени"},
	{"windows-1251>gbk", "Списак свих именованих објеката."},
	{"koi8-r>gbk", "Изберете ги сите податоци"},
	{"gbk>euc-kr", "单击为你的电脑选择新的背景"},
	{"gbk>big5", "单击鼠标右键打开文件"},
	{"euc-jp>gbk", "大西洋標準時"},
}

func TestLegacyPairs(t *testing.T) {
	e := engine.New(engine.Options{})
	for _, test := range legacyTexts {
		baked, err := corpus.Bake(test.text, corpus.MustPath(test.path))
		if err != nil {
			t.Fatal(err)
		}
		got, path := read(e, baked)
		if got != test.text {
			t.Errorf("%s: %q became %q, want %q", test.path, baked, got, test.text)
		}
		again, err := corpus.Bake(got, corpus.MustPath(path))
		if err != nil || again != baked {
			t.Errorf("%s: %q along %s is %q, not %q: %v", test.path, got, path, again, baked, err)
		}
		if more, _ := read(e, got); more != got {
			t.Errorf("%s: %q became %q the second time", test.path, got, more)
		}
	}
}

// One letter that stands before the others is damaged, too, and of near pages the common one is meant.
func TestLegacyWays(t *testing.T) {
	e := engine.New(engine.Options{})
	for in, want := range map[string]string{
		"— À ùî ñíèëîñÿ?":             "— А що снилося?",
		"âç˙ňü ďîäńďčńîę ń ą ń ęîíöŕ": "взять подсписок с № с конца",
		"SÝria": "Síria",
		"Han skulle h†lla sig borta, men han kunde inte.": "Han skulle hålla sig borta, men han kunde inte.",
	} {
		if got, path := read(e, in); got != want {
			t.Errorf("%q became %q by %s, want %q", in, got, path, want)
		}
	}
}

// No repair of UTF-8 is made that leaves what likely is of a legacy page: both readings are told.
func TestLegacyWithdraws(t *testing.T) {
	const in = "Â·Â§ÃƒÃ…"
	found := engine.New(engine.Options{}).Cell(in)
	if len(found) != 1 || found[0].Made || found[0].End != len(in) || len(found[0].Readings) < 2 {
		t.Fatalf("Cell(%q) gives %v, want one suspect", in, found)
	}
	last := found[0].Readings[len(found[0].Readings)-1]
	if last.After != "·§ÃÅ" || last.Path != "utf-8>windows-1252" {
		t.Errorf("%q may be %q by %s, want the layer of UTF-8 undone", in, last.After, last.Path)
	}
}

// What a pair has read stays, though it likely reads that once more where it is known to be at work.
func TestLegacyOnce(t *testing.T) {
	const in = "╪ll hava sannan javnrµtt till rµttvφsa og almenna rµttarvi≡ger≡ fyri µheftum og µvildigum dµmstµli"
	e := engine.New(engine.Options{Known: []string{"windows-1252>ibm437"}})
	if got, _ := read(e, in); !strings.HasPrefix(got, "Øll hava sannan javnrætt till rættvísa") {
		t.Errorf("%q became %q", in, got)
	}
}

// Below an outer layer of UTF-8, and beside clean words.
func TestLegacyAmongOthers(t *testing.T) {
	e := engine.New(engine.Options{})
	outer, err := corpus.Bake("Привет, как дела?", corpus.MustPath("windows-1251>windows-1252>windows-1252"))
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		outer:                            "Привет, как дела?",
		"version 3 (Ïðèâåò) of the text": "version 3 (Привет) of the text",
		"The file ÎÄ¼þÏÂÔØ.txt was not found": "The file 文件下载.txt was not found",
		"where ¡°userland¡± referred to":      "where “userland” referred to",
	} {
		if got, _ := read(e, in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

// With a pair that is known to be at work, single letters come back that clean text has, too.
func TestLegacyKnown(t *testing.T) {
	for _, test := range []struct{ path, in, want string }{
		{"windows-1250>windows-1252", "trzeba wiêcej czasu", "trzeba więcej czasu"},
		{"windows-1250>windows-1252", "to mùže být lepší", "to může být lepší"},
		{"windows-1254>windows-1252", "Türkçe çeviri için teþekkürler", "Türkçe çeviri için teşekkürler"},
		{"windows-1257>windows-1252", "Rytoj vaþiuosime á kaimà, nes ðvieèia saulë", "Rytoj važiuosime į kaimą, nes šviečia saulė"},
		{"macintosh>windows-1252", "lŠngre", "längre"},
	} {
		if got, _ := read(engine.New(engine.Options{}), test.in); got != test.in {
			t.Logf("%q became %q without", test.in, got)
		}
		e := engine.New(engine.Options{Known: []string{test.path}})
		if got, path := read(e, test.in); got != test.want {
			t.Errorf("%s: %q became %q by %s, want %q", test.path, test.in, got, path, test.want)
		}
		for _, clean := range []string{"Il était né à Besançon", "Zażółć gęślą jaźń", "plain", "Größe ändern", test.want} {
			if got, path := read(e, clean); got != clean {
				t.Errorf("%s: %q became %q by %s", test.path, clean, got, path)
			}
		}
	}
}

// What clean text has that looks like a legacy page read as another.
func TestLegacyLeaves(t *testing.T) {
	e := engine.New(engine.Options{})
	for _, text := range []string{
		"букваА", "∆инкремент", "УЮП", // a letter of a word, an abbreviation
		"Ýanar ýüzli söwda", "Þórður fór út á sjó", "Øllum børnum", "Tänään söimme äyriäisiä", "ŠKODA ŽÁDÁ ČÁSTKU",
		"│ Name │ Größe │", "│Name│Größe│", "║MONTALTO║OBERLUNK║", "Bearbeiten›Einfügen›Größe", "──┤ Ende ├──", "5×£35, 10 m², 3½ µm", "π ≈ 3,14", "Δx = αβ", "x²y³", "[ˈʂoχ]", "naïve façade",
		"НАТО и ЕС", "МВД РФ", "KoЯn", "Ελλάδα", "ÀÉÈÙ", "(╯°□°)╯︵ ┻━┻", "¯\\_(ツ)_/¯", "Õõ Ää Öö Üü", "ñandú ÑANDÚ", "ÄÖÜ äöü ß",
		"ÐÞ ðþ", "°C ±5 §12 ¶3 ©2024 ®™", "Uformell Gangvei¡£", "noria 283.489 £²", "¹²³ ¼½¾", "«Ça» “là”", "Łódź, Kraków", "İstanbul'da ğ", "đường phố được",
		"á‹µáˆáŒ½", // of ድምፅ, which lost a byte; no Chinese
	} {
		if got, path := read(e, text); got != text {
			t.Errorf("%q became %q by %s", text, got, path)
		}
	}
}

func FuzzLegacyIdempotent(f *testing.F) {
	for _, test := range legacyTexts {
		baked, err := corpus.Bake(test.text, corpus.MustPath(test.path))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(baked)
		f.Add(strings.Fields(baked)[0] + " " + test.text)
	}
	f.Add("ÊÇÑÊ´É\xc2000000 Í¹ÃÑº")      // 悄櫃, and อนรับ when that stands there
	f.Add("ÎÂ¼þÒ\xc3@\xc2n\u00ad±£´æµ½") // a repair that is taken back had a say in another
	e := engine.New(engine.Options{})
	f.Fuzz(func(t *testing.T, text string) {
		once, _ := read(e, text)
		if twice, path := read(e, once); twice != once {
			t.Errorf("%q became %q, and that %q by %s", text, once, twice, path)
		}
	})
}

// A pair that reads as UTF-8 by chance does not stand before the whole; nor do sequences of rare letters.
func TestStrayPairs(t *testing.T) {
	comesBack(t, map[string]string{
		"ÎÄ¼þ":            "文件",
		"ÎÄ¼þ ÖÐ¹ú":       "文件 中国",
		"á¥©è¥«áª¨ àã¯¨¨": "сейшелски рупии",
		"Ã\u008fÃ€ÃŽ":     "Ã\u008fÃ€ÃŽ", // not 脧脌脦
		"·ï¤Î¥é¥¤¥ó¤òÈ¿Å¾¤·¤Þ¤·¤¿¡£": "件のラインを反転しました。",
	})
}

// Where whole runs are UTF-8 by one page, a pair of legacy pages has no say.
func TestLikelyUTF8(t *testing.T) {
	const in = "[wi-fi]: ÔÖíÔÖíÔÖíÔÖíÔÖí (8)"
	if got := repaired(in); got != in {
		t.Errorf("Cell(%q) gives %q, want it left", in, got)
	}
}

// Words of one alphabet that look like others of it, or of another, by chance, and words in which a letter looks like a sign: they stay.
func TestLegacyLeavesWords(t *testing.T) {
	e := engine.New(engine.Options{})
	for _, text := range []string{
		"ВЕРЮ", "БЮРС", "ГЮМЕ", "ЛЕ ТХУЙ", "-%1 дБ", "фючър", "МЗУЗУ", // of the same alphabet, and Greek
		"КЗОТ", "ПРсЗ", "ТГц", // characters
		"BAАTAR", "Усюэ", // a Cyrillic letter among Latin ones
		`OpenStreetMap.\nÎn`,          // an escape before the word
		"ไปทำงาน", "驴", "MacIlleÌosa", // as UTF-8
	} {
		if got, path := read(e, text); got != text {
			t.Errorf("%q became %q along %s", text, got, path)
		}
	}
}

// A pair that is at work makes no boxes of spaces.
func TestLegacyLeavesIndents(t *testing.T) {
	e := engine.New(engine.Options{Known: []string{"koi8-r>windows-1251"}})
	const text = "\u00a0\u00a0\u00a0\u00a0set -euo pipefail"
	if got, path := read(e, text); got != text {
		t.Errorf("%q became %q along %s", text, got, path)
	}
}

// What the same pages did, and words among signs that another tool has repaired: they come back.
func TestLegacyReadsWords(t *testing.T) {
	e := engine.New(engine.Options{})
	for before, want := range map[string]string{
		"ОПЮБДЮ": "правда", "УЮаЬЮЭШ": "гормони", "АПЮР": "брат",
		"‚в®а\u00adЁЄ":                          "Вторник", // soft hyphens among what is no word
		"l’entrÃ©e de journal…":                 "l’entrée de journal…",
		"• La till en ny tjÃ¤nst":               "• La till en ny tjänst",
		`\u0420\u0456 \u0420\u00b0\u0420\u0457`: `\u0433 \u0430\u043f`,
	} {
		if got, _ := read(e, before); got != want {
			t.Errorf("%q became %q, want %q", before, got, want)
		}
	}
}
