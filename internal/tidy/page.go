package tidy

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What tidying puts may mean something where it stands: a straight quotation mark ends an
// attribute of HTML, a string of JSON or of a program, an element of an array. So a text
// is gone through line by line, and a line is prose unless it shows that it is not:
//
//   - what stands in tags, comments and code is set apart, see segment;
//   - what is left has no straight quotation mark, but apostrophes in words, and none is
//     open from a line before; nor has it a backslash, a brace or an equals sign;
//   - no quotation mark to be tidied touches another or what parts fields, or begins the
//     value of a key or of an item of a list;
//   - it does not stand in brackets as a whole, nor does all of the text.
//
// Elsewhere nothing is put that adds or takes a sign of ASCII, and in brackets nothing at all.

// A place says what may be put there.
type place int

const (
	prose    place = iota // anything
	syntax                // what adds no sign of ASCII and takes none
	verbatim              // nothing: line ends and controls aside
)

// A page goes through the lines of a text.
type page struct {
	t *Tidier

	begun  bool
	script bool   // it begins with #!
	within place  // of what is open
	until  string // what ends a tag, a comment or a block of code that is open; "" for none
	quote  byte   // a straight quotation mark that is open, 0 for none
	string bool   // it stands where programs and data have it: it is no matter of a paragraph
	cut    bool   // the line at hand goes on, and
	odd    bool   // what was seen of it is no prose

	left bool // something stayed that would be tidied in prose

	list []segment // of the line at hand
}

// A segment is a part of a line.
type segment struct {
	text string
	place
}

// next returns the length of the first line in b with its end, or of a piece of a longer
// one; 0 if more is needed to tell.
func next(b []byte, end bool) int {
	i := bytes.IndexByte(b[:min(len(b), maxLine)], '\n')
	if k := bytes.IndexByte(b[:max(i, 0)], '\r'); i > 0 && k >= 0 {
		i = k
	} else if i < 0 {
		i = bytes.IndexByte(b[:min(len(b), maxLine)], '\r')
	}
	switch {
	case i < 0 && len(b) > maxLine:
		return cut(b[:maxLine])
	case i < 0 && end:
		return len(b)
	case i < 0 || b[i] == '\r' && i+1 == len(b) && !end:
		return 0
	case b[i] == '\r' && i+1 < len(b) && b[i+1] == '\n':
		return i + 2
	}
	return i + 1
}

// text returns what becomes of a whole text.
func (p *page) text(s string) string {
	if enclosed(s) {
		return p.tidy(segment{s, verbatim})
	}
	var out strings.Builder
	for b := []byte(s); len(b) > 0; {
		n := next(b, true)
		out.WriteString(p.line(string(b[:n])))
		b = b[n:]
	}
	return out.String()
}

// line returns what becomes of the next line, or piece of one.
func (p *page) line(s string) string {
	body := strings.TrimRight(s, "\r\n")
	if !p.begun {
		p.begun, p.script = true, strings.HasPrefix(s, "#!")
	}
	if strings.TrimSpace(body) == "" && !p.cut {
		p.paragraph()
	}
	segments := p.segments(body)
	whole := !p.cut && enclosed(body)
	odd := p.odd || p.script || p.quote != 0 || !p.cut && p.leads(body)
	for _, x := range segments {
		if x.place == prose && !p.isProse(x.text) {
			odd = true
		}
	}
	p.cut = len(body) == len(s)
	p.odd = p.cut && odd
	if !p.t.hasWork(s) {
		return s
	}
	var out strings.Builder
	for _, x := range segments {
		switch {
		case whole:
			x.place = verbatim
		case x.place == prose && odd:
			x.place = syntax
		}
		out.WriteString(p.tidy(x))
	}
	if len(body) < len(s) {
		out.WriteString(p.tidy(segment{s[len(body):], verbatim}))
	}
	return out.String()
}

// paragraph closes what does not reach over an empty line: tags, and quotation marks in prose.
func (p *page) paragraph() {
	if p.until == ">" {
		p.until = ""
	}
	if !p.string {
		p.quote = 0
	}
}

// segments parts a line into what stands in tags, which is syntax, in comments, processing
// instructions and code, verbatim, and the rest, which may be prose.
func (p *page) segments(s string) []segment {
	p.list = p.list[:0]
	add := func(n int, at place) {
		if n > 0 {
			p.list = append(p.list, segment{s[:n], at})
			s = s[n:]
		}
	}
	if lead := strings.TrimLeft(s, " \t>"); !p.cut {
		switch fence := fenceOf(lead); {
		case fence == "":
		case p.until == "":
			p.until, p.within = fence, verbatim
			add(len(s), verbatim)
		case p.until == fence:
			p.until = ""
			add(len(s), verbatim)
		}
	}
	for s != "" {
		if p.until != "" {
			i := strings.Index(s, p.until)
			if isFence(p.until) || i < 0 {
				add(len(s), p.within)
				break
			}
			add(i+len(p.until), p.within)
			p.until = ""
		}
		i := strings.IndexAny(s, "<`")
		if i < 0 {
			add(len(s), prose)
			break
		}
		add(i, prose)
		if s == "" {
			break
		}
		if s[0] == '`' {
			run := len(s) - len(strings.TrimLeft(s, "`"))
			add(run+spanEnd(s[run:], run), verbatim)
			continue
		}
		switch {
		case strings.HasPrefix(s, "<!--"):
			p.until, p.within = "-->", verbatim
		case strings.HasPrefix(s, "<?"):
			p.until, p.within = "?>", verbatim
		case strings.HasPrefix(s, "<![CDATA["):
			add(len("<![CDATA["), syntax)
		case len(s) > 1 && (isLetter(s[1]) || s[1] == '/' || s[1] == '!'):
			p.until, p.within = ">", syntax
		default:
			add(1, prose)
		}
	}
	return p.list
}

// fenceOf returns the fence that a line of Markdown begins with, of code in a block; or "".
func fenceOf(s string) string {
	for _, fence := range []string{"```", "~~~"} {
		if strings.HasPrefix(s, fence) && strings.IndexByte(strings.TrimLeft(s, fence[:1]), fence[0]) < 0 {
			return fence
		}
	}
	return ""
}

func isFence(s string) bool { return s == "```" || s == "~~~" }

// spanEnd returns where in s a span of code ends that so many backticks opened: behind as
// many, or at the end.
func spanEnd(s string, run int) int {
	for i := 0; i < len(s); i++ {
		n := len(s[i:]) - len(strings.TrimLeft(s[i:], "`"))
		if n == run {
			return i + n
		}
		i += n
	}
	return len(s)
}

// isProse tells whether a part of a line has nothing of what syntax consists of, and follows
// the straight quotation marks in it.
func (p *page) isProse(s string) bool {
	plain := !strings.ContainsAny(s, `\{}=`) && !p.touches(s)
	for i := 0; i < len(s); i++ {
		if c := s[i]; c == '"' || c == '\'' && (!inWord(s, i) || isPrefixed(s, i)) {
			plain = false
			p.mark(s, i)
		}
	}
	return plain
}

// mark takes note of the straight quotation mark at s[i].
func (p *page) mark(s string, i int) {
	if p.quote != 0 {
		if s[i] == p.quote && (i == 0 || s[i-1] != '\\') {
			p.quote = 0
		}
		return
	}
	before := strings.TrimRight(s[:i], " \t")
	if isPrefixed(s, i) {
		before = strings.TrimRight(s[:i-1], " \t")
	}
	opens := endsIn(before, "=([{,:+>")
	after := strings.TrimSpace(s[i+1:])
	starts := after != "" && !isSpace(s[i+1]) && (i == 0 || isSpace(s[i-1]) || endsIn(s[:i], "([{"))
	if opens || starts {
		p.quote, p.string = s[i], opens
	}
}

// inWord tells whether s[i] stands between letters or digits.
func inWord(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+1:])
	return isWord(before) && isWord(after)
}

// isPrefixed tells whether the quotation mark at s[i] opens a literal like N'x' or E'x'.
func isPrefixed(s string, i int) bool {
	if i < 2 || s[i-1] < 'A' || 'Z' < s[i-1] {
		return false
	}
	before := strings.TrimRight(s[:i-1], " \t")
	return endsIn(before, "=(,")
}

// touches tells whether a quotation mark that would be tidied touches what parts fields: a comma or a
// semicolon with a word on its other side, a bar, a tab, a bracket; or another that becomes the same, for
// two and three in a row mean something to programs.
func (p *page) touches(s string) bool {
	for i, r := range s {
		if r < utf8.RuneSelf || p.t.mark(r) == "" {
			continue
		}
		after := s[i+utf8.RuneLen(r):]
		if next, _ := utf8.DecodeRuneInString(after); p.t.mark(next) == p.t.mark(r) {
			return true
		}
		if strings.HasSuffix(s[:i], "[") || strings.HasPrefix(after, "]") || strings.HasSuffix(s[:i], "|") || strings.HasPrefix(after, "|") ||
			strings.HasSuffix(s[:i], "\t") && strings.TrimSpace(s[:i]) != "" || strings.HasPrefix(after, "\t") ||
			endsIn(s[:i], ",;") && startsWord(after) || after != "" && strings.IndexByte(",;", after[0]) >= 0 && startsWord(after[1:]) {
			return true
		}
	}
	return false
}

func endsIn(s, set string) bool { return s != "" && strings.IndexByte(set, s[len(s)-1]) >= 0 }

func startsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isWord(r)
}

// leads tells whether a quotation mark that would be tidied begins the value of a key, or of an item
// of a list: what is behind it in YAML would become a string, or an error.
func (p *page) leads(s string) bool {
	rest := strings.TrimLeft(s, " \t")
	item := false
	for strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "? ") || strings.HasPrefix(rest, ": ") {
		rest, item = strings.TrimLeft(rest[1:], " \t"), true
	}
	word, _, _ := strings.Cut(rest, " ")
	if key, _, ok := strings.Cut(word, ":"); ok && key != "" {
		rest, item = strings.TrimLeft(rest[len(key)+1:], " \t"), true
	}
	for rest != "" && (rest[0] == '&' || rest[0] == '!') { // an anchor, a tag
		_, rest, _ = strings.Cut(rest, " ")
		rest, item = strings.TrimLeft(rest, " \t"), true
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return item && p.t.mark(r) != ""
}

// enclosed tells whether a text stands in brackets as a whole, as arrays, objects, rows and ranges do.
func enclosed(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) > 1 && strings.IndexByte("{[(", s[0]) >= 0 && strings.IndexByte("}])", s[len(s)-1]) >= 0
}

func isSpace(c byte) bool  { return c == ' ' || c == '\t' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isWord(r rune) bool   { return unicode.IsLetter(r) || unicode.IsDigit(r) }
