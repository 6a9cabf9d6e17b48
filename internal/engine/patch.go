package engine

import "strings"

// A diff that repairs a file has the damage in the lines that it takes out, and the same repaired in those
// that it puts in. What it says of the file as it is must stay, or it applies no more: the lines that go, those
// around, and the names of files. Such pairs show a diff that repairs, or one that damages, whose lines all
// stay. Other diffs are text like any other: one that was itself damaged on its way has no such pairs.

// A diffForm is how a diff marks lines.
type diffForm struct {
	gone, put, around byte
	quote             string // of a mail, which is before all of its lines: "> "
}

var (
	unified = diffForm{gone: '-', put: '+', around: ' '} // of diff -u and Git, below a line `@@ -1,2 +1,2 @@`
	normal  = diffForm{gone: '<', put: '>'}              // of diff, below a line `1,2c1,2`
	// Of diff -c: what goes is below `*** 1,2 ****`, what is put below `--- 1,2 ----`.
	context = diffForm{gone: '!', put: '!', around: ' '}
)

// isContext tells whether the form is that of diff -c, in which a line alone does not show its side.
func (d diffForm) isContext() bool { return d.put == context.put }

// behindQuote returns what is behind the quote that is before all lines; not ok if a line has none.
func behindQuote[T string | []byte](line T, quote string) (T, bool) {
	if !hasPrefix(line, quote) {
		return line, false
	}
	return line[len(quote):], true
}

// A patch is what a sample shows of a diff.
type patch struct {
	form    diffForm        // of the last place that was named; none before the first
	below   bool            // in the form of diff -c: what is put comes now
	gone    map[uint64]bool // hashes of lines that go, as they should be; true for those that are damaged
	damaged int             // lines that go and are damaged
	repairs int             // of them, with their twin among those that are put
	damages int             // lines that are put and damaged, with their twin among those that go
}

// take goes on to the next cell of a sample, with what was found in it.
func (p *patch) take(text string, found []Finding) {
	if text == "" {
		return
	}
	if form, ok := diffPlace(text); ok && (form.quote == "" || p.form != normal) { // there `> ` puts
		p.form, p.below = form, false
		return
	}
	from, gone := p.side(text)
	if from == 0 {
		return
	}
	line := segment{from: from, to: len(text)}
	after := segmentAfter(text, line, notLost(found))
	damaged, hash := after != text[from:], hashOf(straight.Replace(after))
	switch was, ok := p.gone[hash]; {
	case gone:
		if p.gone == nil {
			p.gone = map[uint64]bool{}
		}
		p.gone[hash] = damaged
		if damaged {
			p.damaged++
		}
	case ok && was && !damaged:
		p.repairs++
	case ok && !was && damaged:
		p.damages++
	}
}

// side returns where in a line what goes or is put begins, 0 if it is no such line, and which it is.
func (p *patch) side(text string) (from int, gone bool) {
	line, ok := behindQuote(text, p.form.quote)
	if p.form.put == 0 || !ok || line == "" {
		return 0, false
	}
	from = len(p.form.quote) + 1
	switch c := line[0]; {
	case !p.form.isContext():
		if c != p.form.gone && c != p.form.put {
			return 0, false
		}
		return from, c == p.form.gone
	case inContext(line, "--- ", " ----"):
		p.below = true
		return 0, false
	case c != '!' && c != '-' && c != '+' || len(line) < 2 || line[1] != ' ':
		return 0, false
	}
	return from + 1, !p.below
}

// inContext tells whether a line of diff -c has nothing but numbers of lines between two marks.
func inContext(line, before, after string) bool {
	if !strings.HasPrefix(line, before) || !strings.HasSuffix(line, after) || len(line) <= len(before)+len(after) {
		return false
	}
	return isRange(line[len(before) : len(line)-len(after)])
}

// isRange tells whether a text has nothing but numbers of lines.
func isRange(s string) bool { return strings.Trim(s, "0123456789,") == "" }

// notLost returns the findings of which nothing is lost.
func notLost(found []Finding) (list []Finding) {
	for _, f := range found {
		if f.Verdict != Lost {
			list = append(list, f)
		}
	}
	return list
}

// diffPlace tells whether a line says to which lines of a file what is below it belongs, and the form that it does it in.
func diffPlace(text string) (diffForm, bool) {
	if line := strings.TrimLeft(text, "> "); text[0] == '>' && line != "" && line[0] != '>' {
		form, ok := diffPlace(line)
		form.quote = text[:len(text)-len(line)]
		return form, ok
	}
	if strings.HasPrefix(text, "@@ -") {
		return unified, true
	}
	if inContext(text, "*** ", " ****") {
		return context, true
	}
	n := digits(text)
	i := strings.IndexByte(text[n:], 'c')
	if n == 0 || i < 0 || len(text) > len("1234567890,1234567890c1234567890,1234567890") {
		return diffForm{}, false
	}
	return normal, isRange(text[n:n+i]) && digits(text[n+i+1:]) > 0 && isRange(text[n+i+1:])
}

func digits(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }

// marks returns the form of a diff that shows to be about damage: half of the damaged lines that go are put
// repaired, or lines are put damaged.
func (p *patch) marks() (form diffForm, damages bool) {
	if p.repairs+p.damages == 0 || 2*p.repairs < p.damaged {
		return diffForm{}, false
	}
	return p.form, p.damages > 0
}

// isPatch tells whether the document is a diff that repairs or damages.
func (p *Profile) isPatch() bool { return p != nil && p.patch.put != 0 }

// staysInPatch tells whether a line of such a diff says something of the file that it is for.
func staysInPatch[T string | []byte](p *Profile, line T) bool {
	if !p.isPatch() {
		return false
	}
	line, ok := behindQuote(line, p.patch.quote)
	if !ok || len(line) == 0 {
		return false
	}
	if p.patch.isContext() && (line[0] == '-' || line[0] == '+' || line[0] == '*') {
		return true
	}
	switch c := line[0]; c {
	case p.patch.gone, p.patch.around, '@':
		return true
	case p.patch.put:
		return p.patchDamages || hasPrefix(line, "+++ ")
	}
	return hasPrefix(line, "diff ") || hasPrefix(line, "rename ") || hasPrefix(line, "copy ") || hasPrefix(line, "Index: ")
}

func hasPrefix[T string | []byte](s T, prefix string) bool {
	return len(s) >= len(prefix) && string(s[:len(prefix)]) == prefix
}
