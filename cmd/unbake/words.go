package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/fix"
)

// describePath says what a path means: "utf-8>windows-1252>windows-1252" is
// "UTF-8 read as windows-1252, twice".
func describePath(path string) string {
	layers := strings.Split(path, ">")
	if len(layers) < 2 {
		return path
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s read as ", encodingName(layers[0]))
	layers = layers[1:]
	for i := 0; i < len(layers); {
		n := 1
		for i+n < len(layers) && layers[i+n] == layers[i] {
			n++
		}
		if i > 0 {
			b.WriteString(", then as ")
		}
		b.WriteString(encodingName(layers[i]))
		b.WriteString(times(n))
		i += n
	}
	return b.String()
}

func times(n int) string {
	switch n {
	case 1:
		return ""
	case 2:
		return ", twice"
	}
	return fmt.Sprintf(", %d times", n)
}

// encodingName writes the Unicode encodings as people do.
func encodingName(name string) string {
	for _, u := range []string{"utf-8", "utf-16", "cesu-8"} {
		if strings.HasPrefix(name, u) {
			return strings.ToUpper(name)
		}
	}
	return name
}

// describeLosses says what was lost. A loss that the simulator does not know
// is shown by its name.
func describeLosses(losses []string) string {
	var words []string
	for _, l := range losses {
		w := corpus.Loss(l).Describe()
		if w == "" {
			w = strings.ReplaceAll(l, "-", " ")
		}
		words = append(words, w)
	}
	return strings.Join(words, "; ")
}

// describeReading says how a reading came about: path and losses.
func describeReading(r fix.Reading) string {
	s := describePath(r.Path)
	if len(r.Losses) > 0 {
		s += "; " + describeLosses(r.Losses)
	}
	return s
}

// quoted quotes text from a file for people. What does not show, and what
// could do something to a terminal, is written as an escape.
func quoted(s string) string { return strconv.Quote(s) }

// percent writes a probability so that only what is certain is 100 %.
func percent(p float64) string {
	switch {
	case p >= 1:
		return "100 %"
	case p > 0.9999:
		return "> 99.99 %"
	case p > 0.99:
		return fmt.Sprintf("%.2f %%", p*100)
	case p < 0.01:
		return "< 1 %"
	}
	return fmt.Sprintf("%.0f %%", p*100)
}
