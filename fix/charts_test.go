package fix_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/unbake/unbake/fix"
	"github.com/unbake/unbake/internal/codec"
)

// charts are the upper half of a page, so many characters a row.
func charts(c *codec.Codec, width int) (rows []string) {
	for b := 0x80; b < 0x100; b += width {
		var row, table strings.Builder
		fmt.Fprintf(&table, "%02X |", b)
		for k := range width {
			if r := c.DecodeByte(byte(b + k)); r > 0xA0 && r != 0xAD {
				row.WriteRune(r)
				fmt.Fprintf(&table, " %c |", r)
			}
		}
		rows = append(rows, row.String(), table.String())
	}
	return rows
}

// TestCharts: the rows of all pages stay, whatever other pages make of them.
func TestCharts(t *testing.T) {
	f := mustNew(t, fix.Level(fix.Likely))
	for _, c := range codec.All() {
		if !c.SingleByte() {
			continue
		}
		for _, width := range []int{8, 16, 32, 128} {
			for _, row := range charts(c, width) {
				if utf8.RuneCountInString(row) < 5 {
					continue // more holes than characters
				}
				if got := f.String(row); got != row {
					t.Errorf("%s: String(%q) = %q", c.Name(), row, got)
				}
			}
		}
	}
}
