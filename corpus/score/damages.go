package main

import (
	"unicode"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/internal/codec"
)

// A damageGroup is a part of the simulated table: paths that one piece of the
// engine answers for.
type damageGroup struct {
	name  string
	paths []string
	part  corpus.Part
	kinds func(trial) string // of its texts, that are counted apart; nil for one
}

// byLoss tells texts of which nothing was lost from the others.
func byLoss(t trial) string {
	if t.lost {
		return "pairs lost"
	}
	return "nothing lost"
}

// byWords tells texts in which whole words were damaged from those in which single letters
// and signs were.
func byWords(t trial) string {
	if 2*changedLetters(t) > 1 {
		return "whole words"
	}
	return "single letters"
}

// changedLetters is the share of letters that damage changed among those of the words that it did. Where
// runes became bytes, those in other scripts than Latin count for it.
func changedLetters(t trial) float64 {
	in, all, changed := []rune(t.in), 0, 0
	want := []rune(t.want.texts[0])
	letters, there := 0, 0 // of the word
	for i, r := range append(want, ' ') {
		switch {
		case unicode.IsSpace(r):
			if there > 0 {
				all += letters
			}
			changed += there
			letters, there = 0, 0
		case unicode.IsLetter(r):
			letters++
			if len(in) == len(want) && in[i] != r || len(in) != len(want) && r > 0x7F && !unicode.Is(unicode.Latin, r) {
				there++
			}
		}
	}
	return float64(changed) / float64(max(all, 1))
}

const western = "utf-8>windows-1252"

// damageGroups lists what is simulated, in the order of the table. Pages come
// from the codecs; combinations that no user meets are not made.
func damageGroups() []damageGroup {
	return []damageGroup{
		{name: "windows-1252 and ISO-8859-1", paths: []string{western, "utf-8>iso-8859-1", "cesu-8>windows-1252", "cesu-8>iso-8859-1"}},
		{name: "windows-1252, with losses", paths: withLosses(western,
			"dropped-byte", "question-mark", "replacement-character", "c1-dropped",
			"nbsp-to-space", "dropped-byte+nbsp-to-space", "nbsp-dropped", "shy-dropped",
			"spaces-collapsed", "trim", "truncate=40", "quotes-straightened",
			"lower", "upper", "title", "half-repaired", "common-repaired",
			"dropped-byte+whole-repaired", "question-mark+whole-repaired", "replacement-character+whole-repaired")},
		{name: "ISO-8859-1, controls lost", paths: []string{"utf-8>iso-8859-1+c1-dropped", "utf-8>iso-8859-1>iso-8859-1+c1-dropped",
			western + ">iso-8859-1+c1-dropped", "utf-8>iso-8859-1+c1-dropped>windows-1252",
			"utf-8>iso-8859-1+c1-question-mark", "utf-8>iso-8859-1+c1-replacement-character"}},
		{name: "other single-byte pages", paths: otherPages(func(double bool) bool { return !double })},
		{name: "double-byte pages", kinds: byLoss, paths: otherPages(func(double bool) bool { return double })},
		{name: "other pages, with losses", paths: append(
			withLosses("utf-8>windows-1253", "dropped-byte", "replacement-character"),
			"utf-8>windows-1251+dropped-byte", "utf-8>windows-1250+dropped-byte",
			"utf-8>windows-1257+dropped-byte", "utf-8>windows-874+replacement-character",
			"utf-8>ibm437+best-fit", "utf-8>ibm850+best-fit")},
		{name: "two layers and more", paths: []string{
			western + ">windows-1252",
			western + ">windows-1252>windows-1252",
			western + ">windows-1252>windows-1252>windows-1252",
			western + "+dropped-byte>windows-1252+dropped-byte",
			"utf-8>iso-8859-1>iso-8859-1", "utf-8>iso-8859-1>windows-1252",
			"utf-8>windows-1251>windows-1251", "utf-8>windows-1250>windows-1252",
			"utf-8>macintosh>windows-1252", "utf-8>ibm437>ibm437"}},
		{name: "some words of a text", part: corpus.Words, paths: []string{
			western, "utf-8>iso-8859-1", "utf-8>windows-1251", "utf-8>ibm437", "utf-8>macintosh",
			western + ">windows-1252", western + "+dropped-byte"}},
		{name: "legacy read as legacy", kinds: byWords, paths: []string{
			"windows-1251>windows-1252", "windows-1251>koi8-r", "koi8-r>windows-1251", "koi8-r>windows-1252",
			"windows-1251>ibm866", "ibm866>windows-1251", "ibm866>windows-1252",
			"windows-1253>windows-1252", "windows-1255>windows-1252", "windows-1256>windows-1252",
			"windows-874>windows-1252", "windows-1250>windows-1252", "windows-1254>windows-1252",
			"windows-1257>windows-1252", "iso-8859-2>windows-1252",
			"ibm850>windows-1252", "ibm437>windows-1252", "windows-1252>ibm437", "windows-1252>ibm850",
			"macintosh>windows-1252", "windows-1252>macintosh", "ibm437>macintosh", "windows-1252>windows-1251",
			"gbk>windows-1252", "big5>windows-1252", "shift_jis>windows-1252", "shift_jis>ibm437",
			"euc-jp>windows-1252", "euc-kr>windows-1252", "gbk>windows-1250", "windows-1251>windows-1250",
			"windows-1252>windows-1250", "windows-1252>windows-1253", "windows-1252>windows-1256", "windows-1252>gbk",
			"x-mac-cyrillic>windows-1251", "iso-8859-5>windows-1251", "iso-8859-7>windows-1252", "ibm852>windows-1250",
			"windows-1251>windows-1252>windows-1252", "gbk>windows-1252>windows-1252"}},
		{name: "raw bytes", paths: rawPages()},
		{name: "escaped", paths: append(withLosses(western, "json-escape", "html-entities", "html-numbers", "percent", "hex-escape"),
			escapedPages()...)},
		{name: "decomposed", paths: append(withLosses(western, "nfd", "nfkc", "nfkd"), withLosses("utf-8>windows-1251", "nfd")...)},
	}
}

// withLosses returns the path with each of the losses. One that has several
// gives their names as a path does.
func withLosses(path string, losses ...string) []string {
	var out []string
	for _, l := range losses {
		out = append(out, path+"+"+l)
	}
	return out
}

// escapedPages returns paths of other pages whose damage is escaped.
func escapedPages() (paths []string) {
	for _, page := range []string{"windows-1250", "windows-1251", "windows-1253", "windows-874", "koi8-r", "ibm437", "macintosh",
		"gbk", "big5", "shift_jis", "euc-kr", "windows-1252>windows-1252"} {
		paths = append(paths, withLosses("utf-8>"+page, "json-escape")...)
	}
	paths = append(paths, withLosses("utf-8>windows-1251", "html-entities", "html-numbers", "percent")...)
	paths = append(paths, withLosses("windows-1251>windows-1252", "json-escape")...)
	return append(paths, withLosses("gbk>windows-1252", "html-numbers")...)
}

// otherPages returns one path for each codec, but windows-1252, of one kind.
func otherPages(kind func(double bool) bool) []string {
	var out []string
	for _, name := range corpus.Encodings() {
		if name == "windows-1252" || name == "iso-8859-1" || name == "raw" {
			continue
		}
		if c, ok := codec.Lookup(name); ok && kind(!c.SingleByte()) {
			out = append(out, "utf-8>"+name)
		}
	}
	return out
}

// rawPages returns a path for each page that bytes among UTF-8 are in now and then.
func rawPages() (paths []string) {
	for _, name := range []string{"windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255",
		"windows-1256", "windows-1257", "windows-874", "iso-8859-2", "iso-8859-5", "iso-8859-15", "koi8-r", "ibm866", "ibm437",
		"ibm850", "ibm852", "macintosh", "x-mac-cyrillic", "gbk", "big5", "shift_jis", "euc-jp", "euc-kr"} {
		paths = append(paths, name+rawSuffix)
	}
	return paths
}
