package mix

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/unbake/unbake/corpus/train/text/line"
)

// The splits of the training text.
const (
	Train    = "train"
	Held     = "held"     // lines that the model is not trained on
	HeldLang = "heldlang" // languages that the model is not trained on
)

// heldPercent of the lines are held out.
const heldPercent = 5

// A Row is one line of the training text.
type Row struct {
	Split string
	line.Line
}

// Split returns the split of a line by its language and the text that it was
// made from: all copies of a text go the same way.
func Split(lang, original string, unseen map[string]bool) string {
	switch {
	case unseen[lang]:
		return HeldLang
	case line.Hash(Seed, "split", original)%100 < heldPercent:
		return Held
	}
	return Train
}

// Write writes rows as split TAB language TAB register TAB weight TAB text, in
// an order that mixes languages and registers and depends on the rows alone.
// It sorts rows and drops equal ones. It returns the runes of each cell.
func Write(w io.Writer, rows []Row, unseen map[string]bool) (map[Cell]int, error) {
	rows = shuffle(rows)
	runes := map[Cell]int{}
	for _, r := range rows {
		runes[Cell{r.Lang, r.Register}] += utf8.RuneCountInString(r.Text)
	}
	weights := Weigh(runes, unseen)
	bw := bufio.NewWriterSize(w, 1<<20)
	for _, r := range rows {
		if strings.ContainsAny(r.Text, "\t\n\r") {
			return nil, fmt.Errorf("mix: tab or line end in %q", r.Text)
		}
		fmt.Fprintf(bw, "%s\t%s\t%s\t%.3f\t%s\n", r.Split, r.Lang, r.Register, weights[Cell{r.Lang, r.Register}], r.Text)
	}
	return runes, bw.Flush()
}

func shuffle(rows []Row) []Row {
	type keyed struct {
		key uint64
		Row
	}
	ks := make([]keyed, len(rows))
	for i, r := range rows {
		ks[i] = keyed{line.Hash(Seed, "order", r.Lang, string(r.Register), r.Text), r}
	}
	slices.SortFunc(ks, func(a, b keyed) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.Lang, b.Lang), cmp.Compare(a.Register, b.Register),
			cmp.Compare(a.Text, b.Text), cmp.Compare(a.Split, b.Split))
	})
	ks = slices.CompactFunc(ks, func(a, b keyed) bool { return a.key == b.key && a.Line == b.Line })
	out := rows[:0]
	for _, k := range ks {
		out = append(out, k.Row)
	}
	return out
}

func sortedCells(m map[Cell]int) []Cell {
	return slices.SortedFunc(maps.Keys(m), compareCells)
}
