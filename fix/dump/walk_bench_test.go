package dump

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
)

// benchFiles are files of about a megabyte, one line in fifty damaged.
func benchFiles() map[Format]string {
	text := func(i int) string {
		if i%50 == 0 {
			return "Un cafÃ© trÃ¨s serrÃ©, sâ€™il vous plaÃ®t"
		}
		return "Un café très serré, s’il vous plaît"
	}
	var csv, tsv, ndjson, plain strings.Builder
	csv.WriteString("id,name,note,flag\n")
	for i := range 10_000 {
		fmt.Fprintf(&csv, "%d,\"%s\",plain words without anything,%d\n", i, text(i), i%2)
		fmt.Fprintf(&tsv, "%d\t%s\tplain words without anything\t%d\n", i, text(i), i%2)
		fmt.Fprintf(&ndjson, "{\"_id\":{\"$oid\":\"%024x\"},\"name\":\"%s\",\"note\":\"plain words\",\"n\":%d}\n", i, text(i), i)
		fmt.Fprintf(&plain, "%s, plain words without anything\n", text(i))
	}
	return map[Format]string{CSV: csv.String(), TSV: tsv.String(), NDJSON: ndjson.String(), Text: plain.String()}
}

func BenchmarkWalk(b *testing.B) {
	for format, in := range benchFiles() {
		b.Run(format.String(), func(b *testing.B) {
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Copy(context.Background(), io.Discard, strings.NewReader(in), sameCell, As(format)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestWorkersAgree(t *testing.T) {
	for format, in := range benchFiles() {
		var outs [2]strings.Builder
		var totals [2]ColumnStats
		for i, n := range []int{1, 4} {
			stats, err := Copy(context.Background(), &outs[i], strings.NewReader(in), mendCell, As(format), Workers(n), MaxLiteral(64))
			if err != nil {
				t.Fatal(err)
			}
			totals[i] = stats.Total()
		}
		if outs[0].String() != outs[1].String() || totals[0].Cells != totals[1].Cells || totals[0].TooLong != totals[1].TooLong {
			t.Errorf("%v: %d workers make another file", format, 4)
		}
	}
}
