package engine

import "unsafe"

// bytesOf returns the bytes of s, which nobody may write to.
func bytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// stringOf returns b as a string, which is good as long as nobody writes to b.
func stringOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
