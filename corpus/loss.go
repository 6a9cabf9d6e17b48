package corpus

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// A Loss is what happens to baked text besides the wrong reading. It is its
// own name; [ParseLoss] checks one that a user typed.
type Loss string

// Losses at the bytes that the page of the layer leaves undefined, 81, 8D,
// 8F, 90 and 9D in windows-1252. ISO-8859-1 leaves none; see [C1Dropped].
const (
	// DroppedByte drops undefined bytes, as most importers do: `â€œliveâ€`.
	DroppedByte Loss = "dropped-byte"
	// QuestionMark writes "?" for them, as strict encoders do: `â€?`.
	QuestionMark Loss = "question-mark"
	// ReplacementCharacter writes U+FFFD for them, as strict decoders do.
	ReplacementCharacter Loss = "replacement-character"
	// C1Dropped drops all C1 controls, U+0080 to U+009F, as sanitizers do.
	C1Dropped Loss = "c1-dropped"
	// C1QuestionMark writes "?" for each of them.
	C1QuestionMark Loss = "c1-question-mark"
	// C1ReplacementCharacter writes U+FFFD for each of them.
	C1ReplacementCharacter Loss = "c1-replacement-character"
)

// Losses at characters that do not show.
const (
	// NBSPToSpace makes a space of every U+00A0: "à" is left as `Ã `.
	NBSPToSpace Loss = "nbsp-to-space"
	// NBSPDropped drops every U+00A0.
	NBSPDropped Loss = "nbsp-dropped"
	// SHYDropped drops every soft hyphen, U+00AD: "í" is left as `Ã`.
	SHYDropped Loss = "shy-dropped"
	// SpacesCollapsed makes one space of every run of white space, U+00A0
	// and U+0085 included.
	SpacesCollapsed Loss = "spaces-collapsed"
	// Trim cuts white space, U+00A0 and U+0085 included, from both ends.
	Trim Loss = "trim"
)

// Losses by edits of the visible text.
const (
	// QuotesStraightened makes ASCII of curly quotes, dashes and the
	// ellipsis: "™" baked and straightened is `â"¢`.
	QuotesStraightened Loss = "quotes-straightened"
	// Lower folds to lower case: `ã©`.
	Lower Loss = "lower"
	// Upper folds to upper case.
	Upper Loss = "upper"
	// Title starts each word with a capital and goes on in lower case.
	Title Loss = "title"
	// HalfRepaired is what is left by a tool that repairs what it knows:
	// undefined bytes dropped; `â€` and the space behind it taken for a dagger,
	// which leaves `“live†data`; the common sequences repaired; the rest left.
	HalfRepaired Loss = "half-repaired"
	// CommonRepaired is what a list of replacements leaves: the common
	// sequences repaired, the rest left.
	CommonRepaired Loss = "common-repaired"
	// WholeRepaired is what is left by a tool that repairs each character which can be read
	// whole, and no other: `иÑ�точник` of источник that lost the byte of с.
	WholeRepaired Loss = "whole-repaired"
	// NFD takes letters with marks apart, as names of files are on macOS: `Ã` is an A and a tilde.
	NFD Loss = "nfd"
	// NFKD does so, too, and writes characters that look like others as these: `¼` is `1⁄4`.
	NFKD Loss = "nfkd"
	// NFKC does that, and puts letters and marks together.
	NFKC Loss = "nfkc"
	// BestFit writes the text in windows-1252 and lets Windows choose
	// look-alikes: `ΓÇö` becomes `GÇö`, `├⌐` becomes `+¬`.
	BestFit Loss = "best-fit"
	// LettersDropped drops letters beyond ASCII and keeps signs, as filters do: `don€™t`.
	LettersDropped Loss = "letters-dropped"
	// Unaccented writes letters of Latin without their accents: `Ita€™s`.
	Unaccented Loss = "unaccented"
)

// Escapes. They take nothing away, but hide the damage; characters in ASCII stay.
const (
	// JSONEscape writes \u00c3\u00a9, characters beyond U+FFFF as two surrogates.
	JSONEscape Loss = "json-escape"
	// HTMLEntities writes &Atilde;&copy;, and numbers where HTML 4 has no name.
	HTMLEntities Loss = "html-entities"
	// HTMLNumbers writes &#195;&#169;.
	HTMLNumbers Loss = "html-numbers"
	// Percent writes the text's UTF-8 as %C3%83%C2%A9.
	Percent Loss = "percent"
	// HexEscape writes \xc3\xa9 up to U+00FF, beyond it \u20ac and \U0001f600.
	HexEscape Loss = "hex-escape"
)

// Truncate cuts the text to at most limit bytes of UTF-8, at the start of a
// character, as the limit of a column does. Its name is "truncate=LIMIT".
func Truncate(limit int) Loss { return Loss(truncatePrefix + strconv.Itoa(limit)) }

const truncatePrefix = "truncate="

// A lossRule is what a Loss does.
type lossRule struct {
	name  Loss
	what  string // for people, in a few words
	loses bool   // false where the result can be read back
	apply func(text string, pg page) string
}

var lossRules = []lossRule{
	{DroppedByte, "bytes undefined in the page are dropped", true, dropUndefined},
	{QuestionMark, `bytes undefined in the page become "?"`, true, replaceUndefined("?")},
	{ReplacementCharacter, "bytes undefined in the page become U+FFFD", true, replaceUndefined("\uFFFD")},
	{C1Dropped, "all C1 controls are dropped", true, plain(replaceC1(""))},
	{C1QuestionMark, `all C1 controls become "?"`, true, plain(replaceC1("?"))},
	{C1ReplacementCharacter, "all C1 controls become U+FFFD", true, plain(replaceC1("\uFFFD"))},
	{NBSPToSpace, "no-break spaces become spaces", true, plain(replaced("\u00A0", " "))},
	{NBSPDropped, "no-break spaces are dropped", true, plain(replaced("\u00A0", ""))},
	{SHYDropped, "soft hyphens are dropped", true, plain(replaced("\u00AD", ""))},
	{SpacesCollapsed, "runs of white space become one space", true, plain(collapseSpaces)},
	{Trim, "white space at both ends is cut", true, plain(strings.TrimSpace)},
	{QuotesStraightened, "curly quotes, dashes and the ellipsis become ASCII", true, plain(straighten)},
	{Lower, "lower case", true, plain(strings.ToLower)},
	{Upper, "upper case", true, plain(strings.ToUpper)},
	{Title, "title case", true, plain(titleCase)},
	{HalfRepaired, "what a tool leaves that repairs what it knows", true, halfRepair},
	{CommonRepaired, "what a list of common replacements leaves", true, commonRepair},
	{WholeRepaired, "what a tool leaves that repairs characters which can be read whole", true, wholeRepair},
	{NFD, "letters and their marks taken apart", false, plain(norm.NFD.String)},
	{NFKD, "the same, and characters that look like others written as these", true, plain(norm.NFKD.String)},
	{NFKC, "characters that look like others written as these", true, plain(norm.NFKC.String)},
	{BestFit, "written in windows-1252 by look-alikes", true, plain(bestFit)},
	{LettersDropped, "letters beyond ASCII are dropped", true, plain(dropLetters)},
	{Unaccented, "letters lose their accents", true, plain(unaccent)},
	{JSONEscape, `escaped as in JSON, \u00c3\u00a9`, false, plain(jsonEscape)},
	{HTMLEntities, "escaped as in HTML, &Atilde;&copy;", false, plain(htmlEntities)},
	{HTMLNumbers, "escaped as in HTML by numbers, &#195;&#169;", false, plain(htmlNumbers)},
	{Percent, "escaped as in URLs, %C3%83%C2%A9", false, plain(percentEscape)},
	{HexEscape, `escaped as in C and Python, \xc3\xa9`, false, plain(hexEscape)},
}

// Losses returns all losses without a number, in the order of this page.
// Besides them there is "truncate=LIMIT".
func Losses() []Loss {
	var out []Loss
	for _, r := range lossRules {
		out = append(out, r.name)
	}
	return out
}

// ParseLoss checks the name of a loss. The error lists the names that are
// known.
func ParseLoss(name string) (Loss, error) {
	r, err := Loss(strings.ToLower(strings.TrimSpace(name))).rule()
	return r.name, err
}

// Describe says in a few words what the loss does; "" for an unknown one.
func (l Loss) Describe() string {
	r, err := l.rule()
	if err != nil {
		return ""
	}
	return r.what
}

func (l Loss) rule() (lossRule, error) {
	for _, r := range lossRules {
		if r.name == l {
			return r, nil
		}
	}
	if arg, ok := strings.CutPrefix(string(l), truncatePrefix); ok {
		limit, err := strconv.Atoi(arg)
		if err != nil || limit < 0 {
			return lossRule{}, fmt.Errorf("corpus: loss %q: want a number of bytes, as in truncate=40", l)
		}
		what := fmt.Sprintf("cut to at most %d bytes", limit)
		return lossRule{l, what, true, plain(truncated(limit))}, nil
	}
	var known []string
	for _, r := range lossRules {
		known = append(known, string(r.name))
	}
	return lossRule{}, fmt.Errorf("corpus: unknown loss %q; known: %s, truncate=LIMIT", l, strings.Join(known, ", "))
}

// plain makes a rule of a function that does not care for the page.
func plain(f func(string) string) func(string, page) string {
	return func(text string, _ page) string { return f(text) }
}
