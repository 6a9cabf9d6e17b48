package engine

import (
	"strings"
	"testing"

	"github.com/unbake/unbake/corpus"
)

// What a tool left that repairs each character which can be read whole comes back where the word tells what it was.
func TestWithinWriting(t *testing.T) {
	e := New(Options{})
	for _, want := range []string{
		"Скасувати вибір на сторінці", "यदि आप अतिरिक्त अनुवाद भाषाओं का समर्थन चाहते हैं",
		"Τελευταία χρήση", "네트워크 보안 시스템", "როგორ მუშაობს ეს",
	} {
		for _, loss := range []corpus.Loss{corpus.ReplacementCharacter, corpus.QuestionMark, corpus.DroppedByte} {
			text, err := corpus.Bake(want, corpus.MustPath("utf-8>windows-1252+"+string(loss)+"+whole-repaired"))
			if err != nil {
				t.Fatal(err)
			}
			if got := repaired(text, e.Cell(text)); got != want && (loss != corpus.QuestionMark || !wordsOf(got, want, text)) {
				t.Errorf("%s: %q is read as %q, want %q", loss, text, got, want)
			}
		}
	}
}

// What looks like it in clean text stays, and what is as likely another letter is left.
func TestWithinWritingStays(t *testing.T) {
	e := New(Options{})
	for _, text := range []string{
		"א×ב, ג × ד", "ПРÒСТИ МИ, ГÓСПОДИ", "Йĕркеллĕ çынсем ăнланаççĕ", "咖啡café店", "Ñ и ё", "3×4 הוא 12",
	} {
		if got := repaired(text, e.Cell(text)); got != text {
			t.Errorf("%q is read as %q", text, got)
		}
	}
}

// wordsOf tells whether each word of got is that of want or that of text.
func wordsOf(got, want, text string) bool {
	g, w, t := strings.Fields(got), strings.Fields(want), strings.Fields(text)
	for i := range g {
		if g[i] != w[i] && g[i] != t[i] {
			return false
		}
	}
	return len(g) == len(w)
}
