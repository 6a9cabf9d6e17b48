//go:build !purego

package scan

import "golang.org/x/sys/cpu"

//go:generate go run -C gen . -out ../marks_amd64.s -stubs ../stubs_amd64.go -pkg scan

// hasMarks tells whether this machine has what mark needs.
var hasMarks = cpu.X86.HasAVX2

// mark fills out for n blocks of text behind the bytes before, and keeps the last
// of text as those. It tells whether all is UTF-8 so far.
func mark(text []byte, n int, t *[35][32]byte, before *[32]byte, out []marks) bool {
	_, _ = text[64*n-1], out[n-1]
	return markAVX2(&text[0], n, t, before, (*[12]uint64)(&out[0])) == 0
}
