package dump

import (
	"context"
	"io"
	"strings"
	"testing"
)

// BenchmarkCopy walks an extended INSERT by kind of text.
func BenchmarkCopy(b *testing.B) {
	for _, bb := range []struct{ name, text string }{
		{"ascii", "The quick brown fox jumps over the lazy dog, and says so in a letter of some length."},
		{"accents", "Le cœur déçu mais l’âme plutôt naïve, Louÿs rêva de crapaüter en canoë."},
		{"short", "x"},
	} {
		b.Run(bb.name, func(b *testing.B) {
			in := "CREATE TABLE t (a int, b text, c varchar(9), d datetime);\nINSERT INTO t VALUES (1,'x','y','z')" +
				strings.Repeat(",(12345,'"+bb.text+"','it\\'s','2024-01-02 03:04:05')", 20000) + ";\n"
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Copy(context.Background(), io.Discard, strings.NewReader(in), leave, As(MySQL)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
