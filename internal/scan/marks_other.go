//go:build !amd64 || purego

package scan

const hasMarks = false

func mark([]byte, *[93][32]byte, *walk, *[maxBlocks + 1]marked) (int, []marked) {
	panic("scan: no marks here")
}

func firstSign(_ []byte, i int) int { return i }

func plainASCII([]byte) int { return 0 }

func survey([]byte, uint16, uint16) (n, lines int) { panic("scan: no marks here") }

func seek(b []byte, x, y, z byte) (n int, beyond bool) { return seekWords(b, x, y, z) }

func firstPair([]byte, byte, byte) int { return 0 }
