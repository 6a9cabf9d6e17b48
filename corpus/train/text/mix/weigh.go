package mix

import (
	"math"

	"github.com/unbake/unbake/corpus/train/text/line"
)

// A class is what shares are given to: some registers of the target languages,
// or everything of the rare ones.
type class string

const rare class = "rare"

var classes = map[line.Register]class{
	line.Prose: "prose", line.Chat: "prose",
	line.Help: "help", line.Tech: "help",
	line.Names:  "names",
	line.Titles: "titles", line.Emoji: "titles",
	line.Patterns: "patterns",
	line.Symbols:  "symbols",
	line.Code:     "code",
}

// shares of the weighted runes. Prose carries the letters; the rest is what
// plain trigrams of prose were seen to get wrong: names, prices, symbols.
var shares = map[class]float64{
	"prose": 0.38, "help": 0.24, "names": 0.12, "titles": 0.08,
	"patterns": 0.07, "symbols": 0.04, "code": 0.03, rare: 0.04,
}

// within weighs registers that share a class: there is little that is new in
// made-up chat, and the names of emoji repeat a few words.
var within = map[line.Register]float64{line.Chat: 0.3, line.Emoji: 0.5, line.Tech: 0.8}

// undWeight is the weight of texts without a language, as though they were this
// many languages of weight 1: brands and cities of all the world.
const undWeight = 4

// maxWeight bounds how often a line counts. Without it the few lines of a tiny
// cell would be learnt by heart.
const maxWeight = 8

func (c Cell) class() class {
	if _, target := line.Target(c.Lang); !target && c.Lang != line.Und {
		return rare
	}
	return classes[c.Register]
}

// mass is the cell's share within its class before scaling: the square root of
// its runes, so that a language with a hundred times the text counts ten times.
func (c Cell) mass(runes int) float64 {
	w, target := line.Target(c.Lang)
	switch {
	case c.Lang == line.Und:
		w = undWeight
	case !target:
		w = 1
	}
	if f, ok := within[c.Register]; ok {
		w *= f
	}
	return w * math.Sqrt(float64(runes))
}

// Weigh returns how often the lines of each cell count, from the runes of all
// cells. The mean over the runes of languages that are not unseen is 1, but for
// what maxWeight cuts; unseen languages are weighed like the others and take no
// share.
func Weigh(runes map[Cell]int, unseen map[string]bool) map[Cell]float64 {
	total, sums := 0, map[class]float64{}
	for c, n := range runes {
		if !unseen[c.Lang] {
			total += n
		}
	}
	for _, c := range sortedCells(runes) {
		if !unseen[c.Lang] {
			sums[c.class()] += c.mass(runes[c])
		}
	}
	out := map[Cell]float64{}
	for c, n := range runes {
		if k := c.class(); n > 0 && sums[k] > 0 {
			out[c] = min(maxWeight, shares[k]*float64(total)*c.mass(n)/sums[k]/float64(n))
		}
	}
	return out
}
