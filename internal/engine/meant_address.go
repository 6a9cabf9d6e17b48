package engine

import "strings"

// In an address, bytes that are percent-encoded name a thing: `https://host/Caf%C3%83%C2%A9.jpg` is the file
// that somebody named `CafÃ©.jpg`, and by another name nobody finds it. Nor does damage to a text make such
// escapes of others, since they are ASCII. What is not encoded there was damaged with the text around and is repaired.

// inAddress tells whether a finding is of nothing but percent escapes that stand in an address: behind a
// scheme, in a path that begins with a slash, or in a query.
func inAddress(text string, f *Finding) bool {
	if text[f.Start] != '%' || !isASCII(text[f.Start:f.End]) {
		return false
	}
	from := strings.LastIndexAny(text[:f.Start], " \t\r\n\"'`<>") + 1
	before := text[from:f.Start]
	if strings.Contains(before, "://") || strings.Contains(before, "?") && strings.Contains(before, "=") {
		return true
	}
	before = strings.TrimLeft(before, "([{=,;:")
	return strings.HasPrefix(before, "/") || strings.HasPrefix(before, "./") || strings.HasPrefix(before, "../")
}
