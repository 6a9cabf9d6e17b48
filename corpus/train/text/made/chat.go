package made

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// interjections by language; those of "" are understood everywhere.
var interjections = map[string]string{
	"":   "lol LOL xD haha hahaha ok OK wow hmm oh ah ooh omg wtf hey hi btw :D ^^ ...",
	"en": "lol lmao omg btw idk tbh imho yeah nope thx pls haha ugh meh yay oops", "fr": "mdr ptdr lol ouais bah ben euh pfff coucou bof stp hélas zut voilà",
	"de": "haha lol tja naja hä äh ähm juhu oje bitte danke jep nö höhö", "es": "jaja jajaja ¡ay! uf bah vale tío olé ¿eh? ¡qué! porfa",
	"pt": "kkkk rs rsrs né aí opa é ué tá não putz ah é", "it": "ahah eh boh beh mah uffa cioè già però perché così",
	"nl": "haha hè hoi jeetje joh tja één zo'n hé", "sv": "haha nä jaså hörru åh usch tjena öh", "da": "haha nå åh øh hej ikk'", "nb": "haha nå åh hei æsj søren",
	"fi": "haha no niin hei öö äh joo eiks hyvää", "pl": "haha no cóż ech cześć hej dzięki spoko żal", "cs": "haha no jo ahoj čau ježíš díky fajn něco", "sk": "haha čau no hej áno ďakujem ježiš",
	"hu": "haha hát jó na szia köszi áá húha izé", "ro": "haha păi măi bă mersi aoleu așa mă", "tr": "haha ya işte yok artık öf şey çok iyi hadi", "ru": "лол ахаха ну блин ага ого эх привет спс )) ))) имхо",
	"uk": "лол ахаха ну ой ага привіт дякую )) ))) їй-богу", "bg": "хаха ами еее да бе здрасти мерси уф", "el": "χαχα ρε έλα ναι ωχ γεια άντε", "ja": "ｗｗｗ 笑 (笑) うん えー あぁ ね〜 ｗ", "ko": "ㅋㅋㅋ ㅎㅎ ㅠㅠ ㅜㅜ 헐 아 네~",
	"zh-cn": "哈哈 呵呵 嗯嗯 啊啊 ～～ 2333 好的", "zh-tw": "哈哈 呵呵 嗯嗯 啊啊 ～～ QQ XD", "ar": "هههه يا رب اه طيب والله", "he": "חחח נו אוי יאללה", "fa": "خخخ آخه وای سلام", "th": "555 5555 อ่า จ้า ค่ะ", "hi": "हाहा अरे हाँ अच्छा", "vi": "haha ừ ôi trời hihi đấy", "id": "wkwk haha dong sih ya",
}

// chat is text as people type it in chats and comments: without capitals or
// stops, with too many marks, with emoticons, smileys and stretched vowels.
func (g gen) chat(text string) string {
	s := strings.TrimRight(text, ".。। ")
	switch g.IntN(8) {
	case 0, 1, 2:
		s = strings.ToLower(s)
	case 3:
		if g.Upper != nil {
			s = g.Upper(s)
		}
	case 4:
		s = g.stretch(s)
	}
	s += g.end()
	switch g.IntN(6) {
	case 0:
		s = g.interjection() + g.pick(" ", ", ", "... ", "! ", " :) ") + s
	case 1:
		s += " " + g.interjection()
	case 2:
		s = g.pick("@", "> ", ">> ", "#", "re: ", "- ", "\u00bb ") + s
	}
	return s
}

func (g gen) end() string {
	switch g.IntN(9) {
	case 0, 1:
		return g.pick("!!!", "!!", "!1!!", "!!!!!!", "¡!", "!?!", "?!")
	case 2:
		return g.pick("??", "???", "?!?!", " ?", " ??", "?")
	case 3:
		return g.pick("...", "…", "....", "..", " …", "~", "~~", "—")
	case 4, 5:
		return " " + g.emoticon()
	case 6, 7:
		return g.pick(" ", "") + g.join(1+g.IntN(3), "", func() string { return g.pick(g.Emoji...) })
	}
	return ""
}

func (g gen) interjection() string {
	if own := interjections[g.Lang]; own != "" && g.hit(75) {
		return g.of(own)
	}
	return g.of(interjections[""])
}

// stretch repeats one letter in the last third of s: sooooo.
func (g gen) stretch(s string) string {
	from := len(s) * 2 / 3
	for i, r := range s {
		if i >= from && unicode.IsLetter(r) && unicode.Is(unicode.Latin, r) {
			w := utf8.RuneLen(r)
			return s[:i+w] + strings.Repeat(string(r), 1+g.IntN(5)) + s[i+w:]
		}
	}
	return s
}
