package extract

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/unbake/unbake/corpus/train/text/line"
)

// walkJSON calls visit for every string in a JSON document, with the keys on
// the way to it; members of arrays add no key. Keys come in order, so that the
// checksum of what is extracted is always the same.
func walkJSON(data []byte, visit func(path []string, text string)) error {
	var doc any
	if err := json.Unmarshal(data, &doc); err != nil {
		return err
	}
	var walk func(path []string, v any)
	walk = func(path []string, v any) {
		switch v := v.(type) {
		case string:
			visit(path, v)
		case []any:
			for _, e := range v {
				walk(path, e)
			}
		case map[string]any:
			for _, k := range slices.Sorted(maps.Keys(v)) {
				walk(append(path[:len(path):len(path)], k), v[k])
			}
		}
	}
	walk(nil, doc)
	return nil
}

// last returns the key that a string stands under.
func last(path []string) string {
	if len(path) == 0 {
		return ""
	}
	return path[len(path)-1]
}

func jsonLeaves(data []byte, emit emitter) error {
	return walkJSON(data, func(_ []string, text string) { emit("", "", text) })
}

// jsonTerms is jsonLeaves for files that pack search words into one string:
// "barber,coiffeur,hair".
func jsonTerms(data []byte, emit emitter) error {
	return walkJSON(data, func(path []string, text string) {
		if last(path) != "terms" {
			emit("", "", text)
			return
		}
		for term := range strings.SplitSeq(text, ",") {
			emit("", "", term)
		}
	})
}

// cldrLeaves is jsonLeaves without the identity that every CLDR file opens
// with, and without the patterns that package cldr fills.
func cldrLeaves(data []byte, emit emitter) error {
	return walkJSON(data, func(path []string, text string) {
		if len(path) > 2 && path[2] == "identity" || strings.Contains(text, "{0}") {
			return
		}
		emit("", "", text)
	})
}

// annotations reads CLDR's names of characters. The keys are texts, too: they
// are the emoji and symbols themselves, and have no language.
func annotations(data []byte, emit emitter) error {
	return walkJSON(data, func(path []string, text string) {
		if len(path) < 4 || path[1] == "identity" {
			return
		}
		emit("", "", text)
		if last(path) == "tts" { // once a key: the name beside its sign
			emit("", line.Emoji, path[2]+" "+text)
		}
	})
}

// Signs returns the keys of a CLDR annotations file: emoji, arrows, currency
// signs, punctuation marks.
func Signs(data []byte) ([]string, error) {
	var doc struct {
		Annotations struct {
			Annotations map[string]any `json:"annotations"`
		} `json:"annotations"`
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		return nil, err
	}
	var out []string
	for k := range doc.Annotations.Annotations {
		out = append(out, k)
	}
	return out, nil
}

func emojibase(data []byte, emit emitter) error {
	return walkJSON(data, func(path []string, text string) {
		switch last(path) {
		case "label", "tags", "message":
			emit("", "", text)
		}
	})
}

// Emoticons returns the emoticons of an emojibase data file, such as ":D".
func Emoticons(data []byte) ([]string, error) {
	var out []string
	err := walkJSON(data, func(path []string, text string) {
		if last(path) == "emoticon" {
			out = append(out, text)
		}
	})
	return out, err
}

// brands reads the name suggestion index: display names, and the tags that are
// names. Tags like brand:wikidata are not.
func brands(data []byte, emit emitter) error {
	return walkJSON(data, func(path []string, text string) {
		switch key, _, _ := strings.Cut(last(path), ":"); key {
		case "displayName", "name", "brand", "operator", "official_name", "short_name", "network":
			if !strings.HasSuffix(last(path), ":wikidata") && !strings.HasSuffix(last(path), ":wikipedia") {
				emit(line.Und, "", text)
			}
		}
	})
}

func cities(data []byte, emit emitter) error {
	return walkJSON(data, func(path []string, text string) {
		if last(path) == "name" {
			emit(line.Und, "", text)
		}
	})
}

// electron reads documents that are packed by locale and address.
func electron(data []byte, emit emitter) error {
	return walkJSON(data, func(path []string, text string) {
		if len(path) < 2 {
			return
		}
		switch key := last(path); key {
		case "content":
			_ = markdown([]byte(text), func(_ string, reg line.Register, s string) { emit(path[0], reg, s) })
		case "locale", "slug", "href", "githubUrl", "category", "crowdinFileId", "date", "author", "sections":
		default:
			if strings.Contains(text, " ") && !strings.Contains(text, "<") {
				emit(path[0], "", text)
			}
		}
	})
}
