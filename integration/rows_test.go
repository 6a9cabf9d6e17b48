package integration

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/corpus"
)

// rowCount is how many rows are entered for the main damage of each server.
const rowCount = 2400

// How a row is entered.
const (
	rightly = iota // the connection tells the truth
	lying          // UTF-8 over a connection said to be in another encoding
	byApp          // baked before it was serialized and sent
	ways
)

// A row is what is meant to stand in a table. Text of all columns is in one
// language, as in life.
type row struct {
	id                int
	way               int
	lang              string
	title, body, meta string
	data, mark        []byte
}

// shorts are names, titles and labels, as columns of a shop or a club have
// them. Each is the first word or two that a language has damage in.
var shorts = map[string][]string{
	"cs": {"Dvořák", "Plzeň", "Čerstvé žemle", "Štěpánka Říhová"},
	"da": {"Ærø", "Søren Kjær", "Rødgrød", "Blåbærsyltetøj"},
	"de": {"Müller", "Köln", "Weißbier", "Öl & Äpfel", "Größe L"},
	"el": {"Αθήνα", "Καφές", "Γιώργος Παππάς", "Ψωμί"},
	"en": {"Café Noir", "Brontë", "Don’t panic", "£5 voucher", "“Best of” box", "déjà vu"},
	"es": {"Señor Núñez", "Málaga", "Jamón ibérico", "¿Qué?", "Año nuevo"},
	"fi": {"Jyväskylä", "Mämmi", "Äiti", "Hyvää yötä"},
	"fr": {"Élodie", "Crème brûlée", "Besançon", "Cœur", "L’été", "Noël"},
	"hu": {"Győr", "Túró Rudi", "Lángos", "Erdős Pál"},
	"it": {"Caffè", "Perché no", "Forlì", "Città di Castello", "L’Aquila"},
	"ja": {"東京", "山田太郎", "コーヒー", "抹茶アイス"},
	"ko": {"서울", "김민수", "커피", "부산광역시"},
	"nb": {"Tromsø", "Kåre Bjørnstad", "Smågodt", "Ålesund"},
	"nl": {"Coördinatie", "België", "Café ’t Hoekje", "Daniëlle"},
	"pl": {"Łódź", "Zażółć", "Grażyna Ślązak", "Gdańsk", "Pączki"},
	"pt": {"São Paulo", "Pão de queijo", "João Gonçalves", "Maçã", "Avó"},
	"ro": {"București", "Brânză", "Iași", "Ștefan Țăranu"},
	"ru": {"Москва", "Пётр Иванов", "Чай", "Ёлка", "Щи"},
	"sk": {"Žilina", "Ľudovít Štúr", "Kôň", "Čučoriedky"},
	"sv": {"Malmö", "Åsa Sjöberg", "Knäckebröd", "Räksmörgås"},
	"th": {"กรุงเทพ", "กาแฟ", "ข้าวผัด"},
	"tr": {"İstanbul", "Şişe", "Çay", "Gülşen Yıldız"},
	"uk": {"Київ", "Їжа", "Ґанок", "Олексій Шевченко"},
	"vi": {"Đà Nẵng", "Phở bò", "Nguyễn Văn Ước", "Cà phê"},
	"zh": {"北京", "咖啡", "王小明", "上海火车站"},
}

// hard are rows that are right and look damaged.
var hard = []string{
	"SÃO PAULO", "CAFÉ™", "Â", "Ã", "ÂNGELA", "MAÇÃ", "IRMÃ “DOCE”", "AVÓ®", "NESTLÉ®", "ROSÉ©", "Å—Ø", "PÂTÉ…",
	"5×£35", "±€20", "Ó¿", "VIÊT NAM", "TÊTE-À-TÊTE", "à la carte", "Ñ’S", "ÉLÉMENT»", "ÄÖÜ", "Øl", "naïve",
}

// sentences are the samples of corpus by language; those in several scripts or
// regions count for the language.
func sentences() (plain map[string][]string, traps []string) {
	plain = map[string][]string{}
	for _, s := range corpus.Samples() {
		lang, _, _ := strings.Cut(s.Lang, "-")
		switch {
		case s.Trap != "":
			traps = append(traps, s.Text)
		case lang != "zxx":
			plain[lang] = append(plain[lang], s.Text)
		}
	}
	return plain, traps
}

// rows makes n rows in the languages asked for, all where there are none
// named. The same arguments give the same rows.
func rows(n int, langs ...string) []row {
	bodies, traps := sentences()
	if len(langs) == 0 {
		for lang := range shorts {
			langs = append(langs, lang)
		}
		slices.Sort(langs)
	}
	hards := slices.Concat(hard, traps)
	list := make([]row, n)
	for i := range list {
		lang := langs[i%len(langs)]
		k := i / len(langs)
		r := row{id: i + 1, way: (i + k) % ways, lang: lang}
		words := strings.Fields(pick(bodies[lang], k/3))
		r.title = pick(shorts[lang], k)
		switch k % 4 {
		case 1:
			r.title = words[k%len(words)] + " " + r.title
		case 2:
			r.title = strings.Join(words[:min(3, len(words))], " ")
		}
		r.body = pick(bodies[lang], k)
		if k%5 == 4 {
			r.body += "\n" + pick(shorts[lang], k+1) + `: "` + pick(shorts[lang], k+2) + `"; it's \o/`
		}
		if r.way == rightly && k%2 == 0 {
			r.title = pick(hards, i/2)
		}
		r.meta = meta(i, r.title, r.body, func(s string) string { return s })
		// Bytes that are damaged UTF-8 by every test but the table's definition.
		r.data = []byte(bake("utf-8>windows-1252", r.title))
		if i%3 == 0 {
			r.data = append(r.data, 0, '\'', '\\', 0xC3, '\n', 0xFF, byte(i))
		}
		r.mark = []byte("Ã©")[:i%4+1]
		list[i] = r
	}
	return list
}

func pick(from []string, i int) string {
	if len(from) == 0 {
		return "é"
	}
	return from[i%len(from)]
}

// meta is what applications put in a column: serialized PHP, JSON with all but
// ASCII escaped, or nothing. How is applied to each string in it.
func meta(i int, title, body string, how func(string) string) string {
	title, body = how(title), how(body)
	switch i % 4 {
	case 0:
		return fmt.Sprintf("a:3:{s:5:\"title\";%ss:4:\"body\";a:2:{i:0;%si:1;b:1;}s:1:\"n\";O:4:\"Page\":1:{s:4:\"name\";%s}}",
			phpString(title), phpString(body), phpString(title+`";}`))
	case 1:
		return fmt.Sprintf("a:1:{i:%d;%s}", i, phpString(title))
	case 2:
		return fmt.Sprintf(`{"title": %s, "n": %d}`, asciiJSON(title), i)
	}
	return ""
}

func phpString(s string) string { return fmt.Sprintf("s:%d:\"%s\";", len(s), s) }

// asciiJSON is s as json_encode and json.dumps write it.
func asciiJSON(s string) string {
	quoted, err := json.Marshal(s)
	if err != nil {
		panic("integration: " + err.Error())
	}
	var b strings.Builder
	for _, r := range string(quoted) {
		switch {
		case r < utf8.RuneSelf:
			b.WriteRune(r)
		case r > 0xFFFF:
			r -= 0x10000
			fmt.Fprintf(&b, `\u%04x\u%04x`, 0xD800+r>>10, 0xDC00+r&0x3FF)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

// bake damages s along path, for the damage that no server does.
func bake(path, s string) string {
	out, err := corpus.Bake(s, corpus.MustPath(path))
	if err != nil {
		panic("integration: " + err.Error())
	}
	return out
}

// sent is the row as it leaves the application. What is serialized as JSON in
// ASCII a connection cannot damage; an application that lies has done so before.
func (r row) sent(path string) row {
	if r.way != byApp {
		return r
	}
	through := func(s string) string { return bake(path, s) }
	r.meta = meta(r.id-1, r.title, r.body, through)
	r.title, r.body = through(r.title), through(r.body)
	return r
}

// TestRows holds the rows to what the issue asks of them.
func TestRows(t *testing.T) {
	list := rows(rowCount)
	langs, counts := map[string]bool{}, [ways]int{}
	for _, r := range list {
		langs[r.lang] = true
		counts[r.way]++
		if !strings.ContainsFunc(r.body, func(c rune) bool { return c > unicode.MaxASCII }) {
			t.Errorf("row %d: %q has nothing to damage", r.id, r.body)
		}
	}
	if len(list) < 2000 || len(langs) < 20 || slices.Min(counts[:]) < 500 {
		t.Errorf("%d rows, %d languages, %v by way", len(list), len(langs), counts)
	}
}
