package engine

import "strings"

// In an address, bytes that are percent-encoded name a thing: `https://host/Caf%C3%83%C2%A9.jpg` is the file
// that somebody named `CafÃ©.jpg`, and by another name nobody finds it. Nor does damage to a text make such
// escapes of others, since they are ASCII. What is not encoded there was damaged with the text around and is repaired.

// addressed makes suspects of what is certain and in addresses.
func (e *Engine) addressed(sp *spelling, found []Finding) []Finding {
	for i := range found {
		if f := &found[i]; f.Verdict == Certain && sp.inAddress(f.Start, f.End) {
			f.Verdict = Likely
			f.Made = e.opt.Likely
		}
	}
	return found
}

// inAddress tells whether a span is of nothing but percent escapes that stand in an address: behind a
// scheme, in a path that begins with a slash, or in a query.
func (sp *spelling) inAddress(start, end int) bool {
	if len(sp.escapes) == 0 {
		return false
	}
	text := sp.raw
	start, end = sp.place(start), sp.place(end)
	if text[start] != '%' || !isASCII(text[start:end]) {
		return false
	}
	from := strings.LastIndexAny(text[:start], " \t\r\n\"'`<>") + 1
	before := text[from:start]
	if strings.Contains(before, "://") || strings.Contains(before, "?") && strings.Contains(before, "=") {
		return true
	}
	before = strings.TrimLeft(before, "([{=,;:")
	return strings.HasPrefix(before, "/") || strings.HasPrefix(before, "./") || strings.HasPrefix(before, "../")
}
